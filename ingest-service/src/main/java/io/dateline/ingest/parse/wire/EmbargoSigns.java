package io.dateline.ingest.parse.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which lines are embargoes, and which are news of one: "Embargo on arms lifted". The rules are {@link EmbargoRule}. */
final class EmbargoSigns {
    /** A line may be a whole paragraph; what it is shows at its beginning. */
    private static final int HEAD = 600;

    /** What each of the rules has; nearly all lines have none of it. */
    private static final Pattern POSSIBLE =
            Pattern.compile("embargo|release|not[\\s\\u00a0]++(?:for|to)[\\s\\u00a0]", Pattern.CASE_INSENSITIVE);

    private static final Pattern TO_EDITORS = Pattern.compile(
            "^[^\\p{L}]{0,40}(?:(?:(?:attention |notes? to )?ed(?:s|itors?)?|editor[s'\u2019]{0,3} notes?"
                    + "|ed ?note|advisory|n\\.?b)\\s*[.:_-]+\\s*|nb )",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = EmbargoGrammar.compile("DAY_OR_DATE");
    private static final Pattern WORD = EmbargoGrammar.compile("AN_EMBARGO");
    /** The first of two lines, neither of which is an embargo alone: "FOR RELEASE:". */
    private static final Pattern HALF = EmbargoGrammar.compile("^NO_WORD{0,40}(FOR RELEASE( AT| ON)?|NOT_FOR) END");

    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0]+");

    private EmbargoSigns() {}

    /** A line with one blank for each run of them. */
    static String plain(String line) {
        return BLANKS.matcher(line).replaceAll(" ").strip();
    }

    /** The embargo in a line: all of it, or what stands behind a word to editors or the first words; null for none. */
    static String in(String line) {
        if (!POSSIBLE.matcher(line).find()) {
            return null;
        }
        String text = plain(line);
        Matcher note = TO_EDITORS.matcher(text);
        boolean noted = note.lookingAt();
        String said = noted ? text.substring(note.end()) : text;
        EmbargoTokens head = head(said);
        for (EmbargoRule rule : EmbargoRule.values()) {
            int at = rule.in(head, noted);
            if (at >= 0) {
                boolean whole =
                        rule.first() || DAY.matcher(head.codes()).region(0, at).find();
                return whole ? said : said.substring(head.start(at));
            }
        }
        return null;
    }

    private static EmbargoTokens head(String line) {
        return EmbargoTokens.of(line.substring(0, Math.min(line.length(), HEAD)));
    }

    /** The embargo in two lines where the first is half of one; null for none. */
    static String in(String line, String below) {
        String first = line.length() > HEAD || !POSSIBLE.matcher(line + " ").find() ? "" : plain(line);
        return HALF.matcher(head(first).codes()).find() ? in(first + " " + plain(below)) : null;
    }

    /** An embargo without the day that stands before it, which may be that on which the copy was made; null for none. */
    static String behindDay(String embargo) {
        EmbargoTokens head = head(embargo);
        Matcher word = WORD.matcher(head.codes());
        boolean any =
                word.find() && DAY.matcher(head.codes()).region(0, word.start()).find();
        return any ? embargo.substring(head.start(word.start())) : null;
    }
}
