package io.dateline.enrich.dateline;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The patterns of datelines. They run on the first characters of a line only, so that their cost is bounded. */
final class Forms {
    /** What has to be known before a line that fits is taken for a dateline. */
    enum Demand {
        /** A known agency, or one that shouts as agencies do beside a date. */
        AGENCY,
        /** A known agency or a known place. */
        EITHER,
        /** No agency is printed: a city in capitals beside a date, or a known place. */
        CITY,
        /** No agency is printed and a sentence may look like it: a known place. */
        PLACE
    }

    /**
     * @param needs  a character without which the pattern cannot match: far cheaper to look for than to try the pattern
     * @param stops  what may stand where the letters and marks of its places, months and agencies are over: characters, {@code 0}
     *               for any digit; before there {@code ~} two hyphens, {@code -} one, {@code .} a full stop and a blank; null for anything
     * @param dates  numbers of the date groups it has, for instance 1 for {@code d1, m1, y1}
     */
    record Form(String name, char needs, String stops, Pattern pattern, Demand demand, List<Integer> dates) {
        /**
         * Whether a line can be of this form.
         *
         * @param stop where its first run of letters and marks of places is over
         */
        boolean fits(String line, int stop) {
            return line.indexOf(needs) >= 0 && (stops == null || stop == line.length() || stopsAt(line, stop));
        }

        private boolean stopsAt(String line, int stop) {
            char c = line.charAt(stop);
            boolean digit = c >= '0' && c <= '9';
            return Character.isWhitespace(c)
                    || stops.indexOf(digit ? '0' : c) >= 0
                    || stops.indexOf('~') >= 0 && line.lastIndexOf("--", stop) >= 0
                    || stops.indexOf('-') >= 0 && line.lastIndexOf('-', stop) >= 0
                    || stops.indexOf('.') >= 0 && line.lastIndexOf(". ", stop) >= 0;
        }
    }

    private static final String ANYTHING = null;
    private static final String NAME = "\\p{Lu}[\\p{L}\\p{M}.'’\\- ]{1,39}?";
    private static final String PLACES =
            "(?<places>" + NAME + "(?:/" + NAME + "){0,3}?(?:, ?" + NAME + "){0,2}?(?: \\[" + NAME + "\\])?)";
    private static final String WEEKDAY = "(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\\.)?,? )?";
    private static final String MONTH_DAY =
            "(?<m1>\\p{L}{3,10})\\.? (?<d1>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<y1>\\d{4}))?";
    private static final String DAY_MONTH =
            "(?<d2>\\d{1,2})(?:st|nd|rd|th|\\.)? (?<m2>\\p{L}{3,10})\\.?(?:,? (?<y2>\\d{4}))?";
    private static final String NUMBERS = "(?<d3>\\d{2})[./](?<m3>\\d{2})[./](?<y3>\\d{4}|\\d{2})";
    private static final String US_NUMBERS = "(?<m4>\\d{1,2})/(?<d4>\\d{1,2})/(?<y4>\\d{4})";
    private static final String WORDS = WEEKDAY + "(?:" + MONTH_DAY + "|" + DAY_MONTH + ")";
    private static final String DATE = WEEKDAY + "(?:" + MONTH_DAY + "|" + DAY_MONTH + "|" + NUMBERS + ")";
    private static final String AGENCY = "(?<agency>\\p{L}[\\p{L}\\d .'’&!-]{1,30}?)";
    private static final String BYLINE = "(?:[/,][^)\\n]{0,40})?";
    private static final String TAGS = "(?:</\\w{1,10}>){0,3}";
    private static final String END = TAGS + "(?:\\s*$|\\s*\\n|\\s*(?:--|-|–|—|_|:|\\.)\\s?| )";
    private static final String FIRM_END = TAGS + "(?:\\s*$|\\s*\\n|\\s*(?:--|-|–|—|_|:)\\s|\\s+(?:--|-|–|—)|\\.\\s)";
    private static final String DASH = "\\s+(?:--|-|–|—|_)(?:\\s|$)";
    private static final String LONG_DASH = "\\s+(?:--|–|—)(?:\\s|$)";
    private static final String ARABIC = "[\\p{IsArabic}\\u200C]";

    static final List<Form> ALL = List.of(
            form(
                    "comma",
                    ',',
                    "0",
                    PLACES + ",? " + DATE + ",? (?<agency>\\p{Lu}[\\p{L}’' -]{1,30}?)" + FIRM_END,
                    Demand.AGENCY),
            form(
                    "stops",
                    '.',
                    "0",
                    PLACES + "[.,] " + WORDS + "\\. (?<agency>\\p{Lu}[\\p{L}.-]{2,20}?)" + FIRM_END,
                    Demand.AGENCY),
            form(
                    "dash-agency",
                    '-',
                    "0",
                    PLACES + ", " + WORDS + "\\.? [-–—] (?<agency>\\p{Lu}[\\p{L} -]{2,20}?)\\.\\s",
                    Demand.AGENCY),
            form(
                    "paren",
                    '(',
                    "0",
                    PLACES + "(?:[,.]? " + DATE + ")\\.? ?\\(" + AGENCY + BYLINE + "\\)" + END,
                    Demand.EITHER),
            form("paren-undated", '(', "(", PLACES + "\\.? ?\\(" + AGENCY + BYLINE + "\\)" + FIRM_END, Demand.AGENCY),
            form(
                    "slash",
                    '/',
                    "0",
                    PLACES + "(?:[,.]? " + DATE + ")\\.? ?/ ?" + AGENCY + "(?:, ?[^/\\n]{2,40})? ?/" + END,
                    Demand.EITHER),
            form(
                    "slash-undated",
                    '/',
                    ANYTHING,
                    PLACES + "\\.? ?/ ?" + AGENCY + "(?:, ?[^/\\n]{2,40})? ?/" + FIRM_END,
                    Demand.AGENCY),
            form(
                    "slash-date",
                    '/',
                    "0",
                    "(?<places>" + NAME + ")/" + NUMBERS + "/(?<agency>\\p{Lu}[\\p{L} -]{1,30}?):\\s",
                    Demand.EITHER),
            form(
                    "bars",
                    '|',
                    "|",
                    PLACES + " \\| (?<agency>[\\p{L}]{2,12}) \\|(?: " + WEEKDAY + US_NUMBERS + "(?: \\||\\b))?" + END,
                    Demand.EITHER),
            form(
                    "agency-first",
                    '(',
                    ANYTHING,
                    "\\(" + AGENCY + "\\) ?[-–—]+ ?" + PLACES + ", " + DATE + FIRM_END,
                    Demand.EITHER),
            form(
                    "agency-first-undated",
                    '(',
                    ANYTHING,
                    "\\(" + AGENCY + "\\) ?[-–—]+ ?" + PLACES + DASH,
                    Demand.AGENCY),
            form("business-wire", '(', "(", PLACES + "--\\((?<agency>BUSINESS WIRE)\\)--", Demand.AGENCY),
            form(
                    "byline",
                    '.',
                    ":–—-",
                    "(?:\\p{Lu}\\p{L}{1,12}: )?(?<places>" + NAME
                            + ")\\. \\p{Lu}[\\p{L}. ]{2,40}? ?[-–—] ?(?<agency>\\p{Lu}{2,12})[.:]\\s",
                    Demand.AGENCY),
            form("undated", ',', "<–—_:-.", PLACES + ", (?<agency>\\p{Lu}[\\p{L}’'-]{1,20})" + FIRM_END, Demand.AGENCY),
            form(
                    "dash-undated",
                    '-',
                    "–—-",
                    "(?<places>" + NAME + ") ?[-–—] ?(?<agency>\\p{Lu}{2,12})[.:]\\s",
                    Demand.AGENCY),
            form("city-date", ' ', "0", PLACES + ",? " + WORDS + ",?" + DASH, Demand.CITY),
            form("city-date-stop", ',', "0", PLACES + ", " + WORDS + "\\.\\s", Demand.PLACE),
            form("city-dash", ' ', "–—~", PLACES + LONG_DASH, Demand.PLACE),
            form(
                    "arabic",
                    ' ',
                    ANYTHING,
                    "(?<places>" + ARABIC + "[\\p{IsArabic} ]{1,29}?) ?[،,-]? (?:في )?(?<d2>\\d{1,2}) (?<m2>" + ARABIC
                            + "{3,12})(?:[ ،,]+(?<y2>\\d{4}))? ?[/(] ?(?<agency>" + ARABIC
                            + "[\\p{IsArabic} ]{1,20}?) ?[/)]"
                            + END,
                    Demand.EITHER),
            form(
                    "persian",
                    ' ',
                    ANYTHING,
                    "(?<places>" + ARABIC + "{2,20}) ?[-–،] ?(?<agency>" + ARABIC + "{3,8}) ?[-–:]",
                    Demand.AGENCY),
            form(
                    "chinese",
                    '日',
                    ANYTHING,
                    "(?<agency>\\p{IsHan}{3})(?<places>\\p{IsHan}{2,8}?)(?<m3>\\d{1,2})月(?<d3>\\d{1,2})日[电電讯訊]",
                    Demand.AGENCY));

    private Forms() {}

    /** Where a line has the first character that neither a place nor a written month nor the marks between them hold. */
    static int stop(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (!Character.isLetter(c) && " .,'’-/[]".indexOf(c) < 0 && !isPartOfLetter(c)) {
                return i;
            }
        }
        return line.length();
    }

    /** Marks upon letters, and halves of letters beyond the first 65,536 characters. */
    private static boolean isPartOfLetter(char c) {
        int type = c < 0x300 ? Character.CONTROL : Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.SURROGATE;
    }

    private static Form form(String name, char needs, String stops, String pattern, Demand demand) {
        List<Integer> dates = Stream.of(1, 2, 3, 4)
                .filter(i -> pattern.contains("<d" + i + ">"))
                .toList();
        return new Form(name, needs, stops, Pattern.compile(pattern), demand, dates);
    }
}
