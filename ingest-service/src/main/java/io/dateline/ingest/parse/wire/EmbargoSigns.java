package io.dateline.ingest.parse.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which lines are embargoes, and which are news of one: "Embargo on arms lifted". */
final class EmbargoSigns {
    /** A line may be a whole paragraph; what it is shows at its beginning. */
    private static final int HEAD = 600;

    private static final String ZONE =
            "(?:(?-i:Z|BST|CES?T|EES?T|[ECMP][SD]?T|MSK|[IJ]ST|HKT|SGT|AZT|AES?T|AEDT)|GMT|UTC)\\b";
    private static final String HOURS = "\\s*(?:(?:HRS?|HOURS|H)\\b\\.?)?";
    private static final String CLOCK = "(?:\\d{1,2}(?:[:.H]?\\d{2})?" + HOURS + "[\\s,]*\\(?(?:[AP]\\.?\\s?M\\b|"
            + ZONE + ")|MIDNIGHT\\b|MIDDAY\\b|NOON\\b)";
    private static final String MONTH = "(?:" + EmbargoWords.MONTH_NAME + "|MAY\\b)";
    private static final String DATE = "(?:" + MONTH + "\\.? \\d|\\d{1,2}(?:ST|ND|RD|TH)?(?: OF)?[ -]" + MONTH
            + "|\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}\\b)";
    private static final String WHEN = "(?:" + CLOCK + "|\\d{1,2}[:.H]?\\d{2}\\b|" + DATE + "|" + EmbargoWords.WEEKDAY
            + "(?=[^\\p{L}\\p{N}]*$|.*\\d))";
    private static final String USE = "(?:RELEASE|PUBLICATION|USE|BROADCAST|DELIVERY)\\b";
    private static final String COPY =
            "(?:(?:NEWS|PRESS|MEDIA)\\s+)?(?:RELEASE|COPY|MATERIAL|STORY|ADVANCE|TEXT|SPEECH|REPORT)\\b";
    private static final String PUNCTUATION = "\\s*(?:[:*=]|[\u2013\u2014-](?!\\p{L}))";

    /** What each of the signs has; nearly all lines have none of it. */
    private static final Pattern POSSIBLE =
            Pattern.compile("embargo|release|not for |not to be ", Pattern.CASE_INSENSITIVE);

    private static final String BEFORE = "^[^\\p{L}]{0,40}";
    private static final String KEY = "(?:STRICT(?:LY)?\\s+|UNDER\\s+(?:STRICT\\s+)?)?EMBARGO(ED|ES)?\\b"
            + "(?!-(?!UNTIL|TILL|FOR)\\p{L})(?!\\W+(?:ON|AGAINST|OF)\\b(?!\\W+" + WHEN
            + "))(?!\\W+LIFTED\\b(?!.{0,40}?\\b" + CLOCK + "))";
    private static final String ALWAYS =
            "[^\\p{L}\\p{N}]*(?:$|\\d)|" + PUNCTUATION + "|\\W+(?:UNTIL|TILL|BEFORE|UP TO)\\b|\\W+"
                    + WHEN
                    + "|\\W+(?:RELEASE|(?:LIFT|DATE|TIME|DAY|END|EXPIRY)S?(?:\\W{1,3}(?:AND\\W)?(?:TIME|DATE))?)(?:\\s*[:=]|\\W+"
                    + WHEN
                    + ")|\\W+(?:(?:WILL|TO)\\s+)?(?:BE\\s+)?(?:LIFT(?:S|ED)?|EXPIRES?|ENDS?|ENDED|IS|OVER)\\W+(?:(?:AT|ON|BY)\\W+)?"
                    + WHEN + "|\\W+(?:FOR|TO|AT)\\W+(?:" + USE + "|" + WHEN + ")";

    /** In capitals, unless it tells of no day at all and goes on like a sentence. */
    private static final Pattern CAPITALS = Pattern.compile(BEFORE + KEY + "(?:" + ALWAYS
            + "|(?=.{0,120}?(?:\\d|\\b(?:UNTIL|TILL)\\b|\\b" + EmbargoWords.WEEKDAY + "|\\b" + EmbargoWords.MONTH_NAME
            + "))|\\s*\\(|(?<=ED)\\W+(?:(?:FOR|TO|AT)\\b(?!\\W+(?:BE|STAY|REMAIN|END)\\b)|PENDING\\b|" + COPY + "))");
    /** As a sentence begins. */
    private static final Pattern SENTENCE = Pattern.compile(BEFORE + "(?=\\p{Lu})(?i:" + KEY + "(?:" + ALWAYS
            + "|(?<=ED)\\W+(?:FOR|TO|AT)\\b(?!\\W+(?:BE|STAY|REMAIN|END)\\b)"
            + "(?!\\W+(?-i:\\p{Ll}))|(?<=ED)\\W+" + COPY + "(?:\\s*$|\\s*[.]|" + PUNCTUATION
            + "|\\W+(?:UNTIL|TILL|FOR|AT)\\b)))");

    private static final Pattern PHRASE = Pattern.compile(BEFORE + "(?i:hold for release\\b|(?=(?-i:\\p{Lu}))"
            + "(?:strictly embargoed|under embargo|(?:for )?release at(?=\\W+(?:\\d|noon|midnight|midday))"
            + "|not for (?:release|publication|use|broadcast)(?: or \\p{L}+)? (?:before|until|till)"
            + "|not to be (?:released|published|used|broadcast) (?:before|until|till))\\b)");
    /** Behind other words, with a time that only an embargo has, or said of the copy. */
    private static final Pattern SAID = Pattern.compile(
            "^.{0,80}?\\b(?:(embargo(?:ed)?\\b(?:(?:.{0,30}?\\b(?:until|till)\\b|\\s*:).{0,40}?\\b|\\W{1,3})" + CLOCK
                    + ")|(?:story|copy|report|release|article|text|speech|material)(?:\\W{1,3}|\\s+(?:is|are|remains?)\\s+)"
                    + "(?:(?:under|still|strictly)\\s+)?(embargo(?:ed)?\\W+(?:until|till)\\b))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TO_EDITORS =
            Pattern.compile("^[^\\p{L}]{0,40}(?i:(?:attention |notes? to )?ed(?:s|itors?)?|editor[s'\u2019]{0,3} notes?"
                    + "|ed ?note|advisory)\\s*[.:_-]+\\s*");
    private static final Pattern DAY = below(DATE + "|" + EmbargoWords.WEEKDAY + "|" + ZONE);
    private static final Pattern TIME = below(CLOCK);

    private EmbargoSigns() {}

    /** The embargo in a line: all of it, or what stands behind a word to editors or the first words; null for none. */
    static String in(String line) {
        if (!POSSIBLE.matcher(line).find()) {
            return null;
        }
        String text = line.strip();
        Matcher note = TO_EDITORS.matcher(text);
        String said = note.lookingAt() ? text.substring(note.end()) : text;
        String head = said.substring(0, Math.min(said.length(), HEAD));
        if (CAPITALS.matcher(head).lookingAt()
                || SENTENCE.matcher(head).lookingAt()
                || PHRASE.matcher(head).lookingAt()) {
            return said;
        }
        Matcher within = SAID.matcher(head);
        return within.lookingAt() ? said.substring(Math.max(within.start(1), within.start(2))) : null;
    }

    /** Whether a line begins with a day, or the zone before one. */
    static boolean beginsWithDay(String line) {
        return DAY.matcher(line).lookingAt();
    }

    static boolean beginsWithTime(String line) {
        return TIME.matcher(line).lookingAt();
    }

    private static Pattern below(String begins) {
        return Pattern.compile("^(?:(?:ON|FOR|AT|THE)\\s+)*(?:" + begins + ")", Pattern.CASE_INSENSITIVE);
    }
}
