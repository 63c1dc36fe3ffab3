package io.dateline.ingest.parse.wire;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Patterns over the codes of tokens, written with the names of their kinds ({@link EmbargoKind}) and of the parts below. A
 * blank stands for up to three marks, but no comma and no hyphen: {@code EMBARGOED UNTIL} is {@code EMBARGOED *** (UNTIL} as
 * well. All else is as in any regular expression. What repeats has an end nearly everywhere: that keeps reading linear.
 */
final class EmbargoGrammar {
    private static final Map<String, String> PARTS = parts("""
            END          $
            ANY          .
            ANY_WORD     \\p{L}
            NO_WORD      \\P{L}
            DIGITS       \\d

            DAY          WEEKDAY|SHORT_WEEKDAY
            DATE         MONTH_DATE|NUMERIC_DATE
            CLOCK        HOUR|NOON
            # not "the Sun"
            DAY_OR_DATE  DATE|(?<!ARTICLE)(DAY)
            # of what are years as well only where something tells
            FOUR         FOUR_DIGITS|YEAR (HOURS|DATE)
            # a weekday only where it ends the line, or digits follow
            WHEN         (COMMA )?(CLOCK|TIME|FOUR|YEAR(?=OPEN| END)|DATE|DAY(?=OPEN| END|ANY*DIGITS))
            DATED        (DAY( COMMA)? )?(AT )?(DATE|CLOCK|TIME|FOUR)

            AN_EMBARGO   EMBARGO|EMBARGOED
            KEY          (UNDER )?(STRICT )?AN_EMBARGO( COMMA)?
            TILL         (COMMA|HYPHEN)? (UNTIL|BEFORE|UP TO)
            TILL_OR_FOR  (FOR (RELEASE|USE) )?(TILL|TO|AT|ON|FOR|ENDS|OVER)
            IS_STILL     (IS|REMAINS)( (UNDER|STILL|STRICT|ARTICLE|AN)){0,3}
            ANY_USE      USE|USED|RELEASE
            USES         ANY_USE( (OR|COMMA|CLAUSE){0,2} ANY_USE){0,6}+( ANYHOW)?
            NOT_FOR      NOT (FOR|TO BE) USES
            # what stands before a time
            BEGINNING    KEY|NOT_FOR|(HOLD )?FOR RELEASE|RELEASE AT|RELEASE DATE_WORD
            LEADING      KEY|NOT_FOR|(NOT )?TILL|FOR USES|FOR|TO|AT|ON|(WILL )?BE|IS|ENDS|OVER|LIFTED|RELEASE|(OR )?DATE_WORD|DAY_WORD(?=( OR DATE_WORD)? COLON)
            SEPARATORS   (COLON|DASH|HYPHEN|COMMA|CLAUSE|SLASH){0,3}
            FOR_MEDIA    MEDIA|USE|ANYHOW
            # how a headline goes on behind the word
            NEWS         HYPHEN(?!UNTIL|FOR|NOT)|ABOUT|TOLD|MAY|REMAINS|ON(?!( OR AFTER)? WHEN)|LIFTED(?!ANY{0,8}CLOCK)|(WILL|TO)(?! (BE|ENDS|OVER))
            """);
    private static final String BLANK = "[:.(/!-]{0,3}";
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z_]+| ");

    private EmbargoGrammar() {}

    private static Map<String, String> parts(String table) {
        return table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" +", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }

    static Pattern compile(String rule) {
        return Pattern.compile(expand(rule));
    }

    private static String expand(String rule) {
        return NAME.matcher(rule).replaceAll(name -> Matcher.quoteReplacement(meaning(name.group())));
    }

    private static String meaning(String name) {
        if (name.equals(" ")) {
            return BLANK;
        }
        String part = PARTS.get(name);
        return part != null
                ? "(?:" + expand(part) + ")"
                : Pattern.quote(String.valueOf(EmbargoKind.valueOf(name).code()));
    }
}
