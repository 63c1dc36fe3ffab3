package io.dateline.ingest.parse.wire;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which agency the dateline at the beginning of a body names. The dateline itself stays where it is: parsing its place
 * and date is not ours.
 *
 * @param agency as printed
 * @param end    where the text behind the dateline begins
 */
record AgencyLine(String agency, int end) {
    private static final String PLACE = "(\\p{Lu}[^\\n(]{1,100}?)";
    private static final String NAME = "([\\p{L}][\\p{L} .&/-]{1,40})";
    private static final String SEPARATOR = "(?:--|-|\u2013|\u2014|_|:|\\.)";
    private static final int HEAD = 300;

    /** {@code Baku, September 23, AZERTAC} alone on its line. */
    private static final Pattern OWN_LINE =
            Pattern.compile("^\\p{Lu}[^.!?\\n\\d]{1,60},\\s*[^,\\n]{0,20}\\d{1,2}[^,\\n]{0,20}"
                    + "(?:,\\s*\\d{4})?,\\s*(\\p{Lu}[\\p{L}.-]{1,24})\\.?(?=\\s*(?:\\n|$))");
    /** {@code BEIJING, Sept. 2 (Xinhua) -- } before the text. */
    private static final Pattern IN_BRACKETS =
            Pattern.compile("^" + PLACE + "\\(" + NAME + "\\)\\s*(" + SEPARATOR + ")?\\s+");
    /** {@code MOSCOW, January 21. /TASS/. } and {@code Tbilisi, Feb. 7 /Trend, N. Name/}. */
    private static final Pattern IN_SLASHES = Pattern.compile(
            "^\\p{Lu}[^\\n/]{1,80}/(\\p{Lu}[\\p{L} -]{1,24})(?:,[^/\\n]{1,60})?/\\s*(?:\\.|:|--|-)?\\s+");

    private static final List<Pattern> OTHERS = List.of(
            // Baku/02.10.20/Turan:
            Pattern.compile("^\\p{Lu}[\\p{L} -]{1,40}/\\d{2}\\.\\d{2}\\.\\d{2,4}/(\\p{Lu}[\\p{L} ]{1,24}):\\s+"),
            // Paris, France | AFP | Monday
            Pattern.compile("^\\p{Lu}[^|\\n]{1,60}\\|\\s*(\\p{Lu}[\\p{L} ]{1,24}?)\\s*\\|\\s*"),
            // NEW YORK--(BUSINESS WIRE)--
            Pattern.compile("^\\p{Lu}[^\\n(]{1,80}--\\((\\p{Lu}[\\p{L} ]{1,24})\\)--\\s*"),
            // (ANSA) - ROME, SEP 23 -
            Pattern.compile("^\\((\\p{Lu}[\\p{L} ]{1,24})\\)\\s*[-\u2013\u2014]+\\s+(?:\\p{Lu}[\\p{L} ]{1,30}, "
                    + "[\\p{L}]{3,9}\\.? \\d{1,2} [-\u2013\u2014]+\\s+)?"));
    /** {@code Tehran, IRNA - }. */
    private static final Pattern BARE =
            Pattern.compile("^\\p{Lu}[\\p{L} ]{1,30}, (\\p{Lu}[\\p{L} ]{1,24}) [-\u2013\u2014]+\\s+");

    private static final Set<String> KNOWN = Set.of(
            "ap",
            "afp",
            "reuters",
            "dpa",
            "xinhua",
            "tass",
            "wam",
            "azertac",
            "pti",
            "ani",
            "ansa",
            "upi",
            "yonhap",
            "irna",
            "interfax",
            "efe",
            "kyodo",
            "trend",
            "turan",
            "globe newswire",
            "business wire",
            "prnewswire",
            "pa",
            "aap",
            "cp",
            "lusa",
            "anadolu",
            "aa",
            "belga",
            "apa",
            "ria novosti",
            "cna",
            "sana",
            "spa",
            "mena",
            "bernama",
            "antara",
            "the associated press",
            "associated press",
            "thomson reuters");
    private static final Set<String> SMALL =
            Set.of("of", "de", "la", "del", "da", "do", "al", "el", "am", "and", "on", "in", "den", "the");

    /** Null where the body does not begin with a dateline that names an agency. */
    static AgencyLine of(String body) {
        String head = body.substring(0, Math.min(body.length(), HEAD));
        Matcher own = OWN_LINE.matcher(head);
        if (own.find()) {
            return new AgencyLine(own.group(1), own.end());
        }
        Matcher brackets = IN_BRACKETS.matcher(head);
        if (brackets.find()) {
            String place = brackets.group(1).strip();
            boolean separated = brackets.group(3) != null || brackets.group().endsWith("\n");
            boolean known = known(brackets.group(2));
            if (known && likePlace(place) || separated && likePlace(place) && !place.startsWith("The ")) {
                return new AgencyLine(brackets.group(2).strip(), brackets.end());
            }
        }
        Matcher slashes = IN_SLASHES.matcher(head);
        if (slashes.find()) {
            return new AgencyLine(slashes.group(1).strip(), slashes.end());
        }
        for (Pattern form : OTHERS) {
            Matcher other = form.matcher(head);
            if (other.find()) {
                return new AgencyLine(other.group(1).strip(), other.end());
            }
        }
        Matcher bare = BARE.matcher(head);
        return bare.find() && known(bare.group(1)) ? new AgencyLine(bare.group(1), bare.end()) : null;
    }

    static boolean known(String name) {
        return KNOWN.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    /** Words of a place and a date begin with capitals or digits; a sentence does not look so. */
    private static boolean likePlace(String before) {
        int small = 0;
        String[] words = before.split("[\\s,.]+");
        for (String word : words) {
            boolean plain = word.isEmpty()
                    || !Character.isLowerCase(word.charAt(0))
                    || SMALL.contains(word)
                    || before.matches(".*\\d{1,2} " + Pattern.quote(word) + "\\b.*");
            small += plain ? 0 : 1;
        }
        return small == 0 && words.length <= 12;
    }
}
