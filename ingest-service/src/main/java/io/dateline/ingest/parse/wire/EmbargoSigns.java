package io.dateline.ingest.parse.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which lines are embargoes, and which are news of one: "Embargo on arms lifted". */
final class EmbargoSigns {
    /** A line may be a whole paragraph; what it is shows at its beginning. */
    private static final int HEAD = 600;

    private static final String ZONE =
            "(?:(?-i:Z|BST|CES?T|EES?T|[ECMP][SD]?T|MSK|[IJ]ST|HKT|SGT|AZT|AES?T|AEDT)|GMT|UTC)\\b";
    private static final String HOURS = "\\s*+(?:(?:HRS?|HOURS|H)\\b\\.?)?+";
    private static final String CLOCK = "(?:\\d{1,2}(?:[:.H]?\\d{2})?" + HOURS + "[\\s,]*+\\(?(?:[AP]\\.?\\s?M\\b|"
            + ZONE + ")|(?:12(?:[:.]?00)?\\s?)?(?:MIDNIGHT|MIDDAY|NOON)\\b)";
    private static final String MONTH = "(?:" + EmbargoWords.MONTH_NAME + "|MAY\\b)";
    private static final String DATE = "(?:" + MONTH + "\\.? \\d|\\d{1,2}(?:ST|ND|RD|TH|\\.)?(?: OF)?[ -]" + MONTH
            + "|\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}\\b)";
    /** A time; those that are years as well only where something tells. */
    private static final String FOUR_DIGITS =
            "(?:[01]\\d|2[0-4])[0-5]\\d\\b(?:(?<!(?:19|20)\\d\\d)|(?=\\s*(?:HRS?|HOURS|H)\\b|\\W{1,3}" + DATE + "))";

    private static final String WHEN = "(?:" + CLOCK + "|\\d{1,2}[:.H]\\d{2}\\b|" + FOUR_DIGITS + "|" + DATE + "|"
            + EmbargoWords.WEEKDAY + "(?=[^\\p{L}\\p{N}]*$|.*\\d))";
    private static final String USE = "(?:RELEASE|PUBLICATION|USE|BROADCAST|DELIVERY)\\b";
    private static final String COPY =
            "(?:(?:NEWS|PRESS|MEDIA)\\s+)?(?:RELEASE|COPY|MATERIAL|STORY|ADVANCE|TEXT|SPEECH|REPORT)\\b";
    private static final String PUNCTUATION = "\\s*(?:[:*=]|[\u2013\u2014-](?!\\p{L}))";

    /** What each of the signs has; nearly all lines have none of it. */
    private static final Pattern POSSIBLE =
            Pattern.compile("embargo|release|not[\\s\\u00a0]++(?:for|to)[\\s\\u00a0]", Pattern.CASE_INSENSITIVE);

    private static final String BEFORE = "^[^\\p{L}]{0,40}";
    private static final String KEY = "(?:STRICT(?:LY)?\\s+|UNDER\\s+(?:STRICT\\s+)?)?EMBARGO(ED|ES)?\\b"
            + "(?!-(?!UNTIL|TILL|FOR)\\p{L})(?!\\W+(?:ON|AGAINST|OF)\\b(?!\\W+" + WHEN
            + "))(?!\\W+SINCE\\b)(?!\\W+LIFTED\\b(?!.{0,40}?\\b" + CLOCK + "))";
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

    private static final String DAY_OR_TIME = "(?:" + EmbargoWords.WEEKDAY + ",? )?(?:at )?(?:" + DATE + "|" + CLOCK
            + "|\\d{1,2}[:.]\\d{2}\\b|" + FOUR_DIGITS + ")";
    private static final Pattern PHRASE =
            Pattern.compile(BEFORE + "(?i:hold for release (?:until|till|at|" + WHEN + ")|(?=(?-i:\\p{Lu}))"
                    + "(?:hold for release\\b|strictly embargoed\\b"
                    + "|(?:for )?release at(?=\\W+(?:\\d|noon|midnight|midday))"
                    + "|for release(?:[:\\s]+(?:on|at|or|after|until|till|before|not))*[:\\s]+(?=" + WHEN + "|"
                    + EmbargoWords.WEEKDAY + ")|(?:"
                    + EmbargoWords.NOT_FOR + "|not (?:for|to be) " + EmbargoWords.USED
                    + "(?:[, ]+(?-i:\\p{Lu}+\\b)){0,6})[ :,-]+(?:before|until|till)\\b))");

    private static final String THE_COPY =
            "(?:story|copy|report|release|article|text|speech|material|information|document|study|paper)";
    private static final String IS = "(?:is|are|remains?) (?:(?:under|still|strict(?:ly)?|an?) ){0,3}";
    private static final String UP_TO = "(?:for (?:release|publication|broadcast|use) )?"
            + "(?:until|till|to|at|on|for|before|lifts|expires|ends) ";
    /** Behind other words, with a time that only an embargo has, or said of the copy. */
    private static final Pattern SAID = Pattern.compile(
            "^.{0,80}?(?:\\b" + THE_COPY + " " + IS + "(?<copy>embargo(?:ed)?\\W+(?:until|till)\\b)"
                    + "|\\b(?:" + THE_COPY + "|this|above|below|following) (?:is|are) (?<not>" + EmbargoWords.NOT_FOR
                    + " (?:before|until|till) " + DAY_OR_TIME + ")"
                    + "|\\b" + IS + "(?<is>embargo(?:ed)? " + UP_TO + DAY_OR_TIME + ")"
                    + "|\\b(?<!\\b(?:oil|arms|trade|food|gas|weapons|its|an|and|was|were|been) )"
                    + "(?<time>embargo(?:ed)?\\W{1,3}(?:(?:until|till)\\W{1,3}(?:\\d{1,2}[:.]\\d{2}\\b)?)?(?:"
                    + EmbargoWords.WEEKDAY + "\\W{1,2}(?:at )?)?(?:" + CLOCK + "|(?<=\\d[:.]\\d\\d)))"
                    + "|(?:[:\u2013\u2014-] ?(?:strict(?:ly)? )?|\\b(?=(?-i:EMBARGOED )))"
                    + "(?<day>embargo(?:ed)? " + UP_TO + DAY_OR_TIME + ")"
                    + "|\\b" + THE_COPY + "[^\\p{L}\\p{N},]{1,3}(?:(?:under|still|strictly) )?"
                    + "(?<word>embargo(?:ed)?\\W+(?:until|till)\\b))",
            Pattern.CASE_INSENSITIVE);
    /** Behind them, where it is a sentence that tells of something else. */
    private static final Pattern NEWS = Pattern.compile(
            "^.{0,100}?(?:, (?!local |on |at |for |and |or |until |please |not )\\p{Ll}|\\b(?:was|were|has|had|found|finds"
                    + "|shows?|showed|says?|said)\\b)");

    private static final Pattern TO_EDITORS =
            Pattern.compile("^[^\\p{L}]{0,40}(?i:(?:attention |notes? to )?ed(?:s|itors?)?|editor[s'\u2019]{0,3} notes?"
                    + "|ed ?note|advisory)\\s*[.:_-]+\\s*");
    /** Not those that are short and words as well. */
    private static final String DAY_NAME = "(?!(?:MON|WED|SAT|SUN)\\b)" + EmbargoWords.WEEKDAY;

    private static final Pattern WORD = Pattern.compile("\\bembargo", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY_DAY =
            Pattern.compile("\\b(?:" + DATE + "|(?<!\\bthe )" + EmbargoWords.WEEKDAY + ")", Pattern.CASE_INSENSITIVE);
    /** Zones and what is no weekday by itself count before a date only. */
    private static final Pattern DAY = below(DATE + "|(?:" + EmbargoWords.WEEKDAY + "|" + ZONE + ")[\\s,.]*(?:"
            + EmbargoWords.WEEKDAY + "|" + DATE + ")|" + DAY_NAME);

    private static final Pattern TIME = below(CLOCK);
    /** Behind a few words: "Date: Tuesday 13 January 2026", "for papers of Tuesday". */
    private static final Pattern NAMED = Pattern.compile(
            "^[^\\p{L}]*(?:(?:\\p{L}+[ :,.-]+){1,5}" + DATE + "(?:[^\\p{L}]|(?<=\\d)(?:ST|ND|RD|TH)\\b)*"
                    + "|(?:FOR|DATE|DAY|PRESS|NEWS|MEDIA|RELEASE|PUBLICATION|ISSUE)\\b[\\p{L} :,]{0,40}?\\b(?:" + DATE
                    + "|" + EmbargoWords.WEEKDAY + ")[^\\p{L}]*+(?:\\p{L}++[^\\p{L}]*+){0,4})$",
            Pattern.CASE_INSENSITIVE);
    /** The first of two lines, neither of which is an embargo alone: "FOR RELEASE:". */
    private static final Pattern HALF =
            Pattern.compile(BEFORE + "(?i:for release(?: at| on)?|" + EmbargoWords.NOT_FOR + ")[^\\p{L}\\p{N}]*$");

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
        String said = note.lookingAt() ? text.substring(note.end()) : text;
        String head = said.substring(0, Math.min(said.length(), HEAD));
        if (CAPITALS.matcher(head).lookingAt()
                || SENTENCE.matcher(head).lookingAt()
                || PHRASE.matcher(head).lookingAt()) {
            return said;
        }
        Matcher within = SAID.matcher(head);
        if (!within.lookingAt()) {
            return null;
        }
        int sure = Math.max(within.start("copy"), Math.max(within.start("not"), within.start("is")));
        int at = Math.max(Math.max(sure, within.start("word")), Math.max(within.start("time"), within.start("day")));
        if (sure < 0
                && !said.startsWith("EMBARGO", at)
                && NEWS.matcher(head.substring(within.end())).lookingAt()) {
            return null;
        }
        return ANY_DAY.matcher(said.substring(0, at)).find() ? said : said.substring(at);
    }

    /** The embargo in two lines where the first is half of one; null for none. */
    static String in(String line, String below) {
        String first = line.length() > HEAD || !POSSIBLE.matcher(line + " ").find() ? "" : plain(line);
        return HALF.matcher(first).matches() ? in(first + " " + plain(below)) : null;
    }

    /** An embargo without the day that stands before it, which may be that on which the copy was made; null for none. */
    static String behindDay(String embargo) {
        Matcher word = WORD.matcher(embargo.substring(0, Math.min(embargo.length(), HEAD)));
        boolean any = word.find()
                && ANY_DAY.matcher(embargo.substring(0, word.start())).find();
        return any ? embargo.substring(word.start()) : null;
    }

    /** Whether a line begins with a day, or the zone before one. */
    static boolean beginsWithDay(String line) {
        return DAY.matcher(line).lookingAt();
    }

    static boolean beginsWithTime(String line) {
        return TIME.matcher(line).lookingAt();
    }

    /** Whether a line is a few words and a day. */
    static boolean namesDay(String line) {
        return NAMED.matcher(line).matches();
    }

    private static Pattern below(String begins) {
        return Pattern.compile("^(?:(?:ON|FOR|AT|THE)\\s+)*(?:" + begins + ")", Pattern.CASE_INSENSITIVE);
    }
}
