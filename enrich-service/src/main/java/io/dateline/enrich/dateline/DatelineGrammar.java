package io.dateline.enrich.dateline;

import io.dateline.enrich.date.DateWords;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The forms in which news agencies open a story. Patterns run on the first characters of a line only, so that their
 * cost is bounded; a sentence never matches, because each form needs an agency in its place.
 */
final class DatelineGrammar {
    /** What a form matched: places and agency as printed, date parts or null, and the end of it all. */
    record Match(String form, String places, String month, String day, String year, String agency, int end) {}

    /** A dateline is over within so many characters. */
    static final int HEAD = 160;

    private static final String NAME = "\\p{Lu}[\\p{L}\\p{M}.'’\\- ]{1,39}?";
    private static final String PLACES =
            "(?<places>" + NAME + "(?:/" + NAME + ")*(?:, ?" + NAME + "){0,2}(?: \\[" + NAME + "\\])?)";
    private static final String MONTH_DAY =
            "(?<m1>\\p{L}{3,10})\\.? (?<d1>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<y1>\\d{4}))?";
    private static final String DAY_MONTH =
            "(?<d2>\\d{1,2})(?:st|nd|rd|th|\\.)? (?<m2>\\p{L}{3,10})\\.?(?:,? (?<y2>\\d{4}))?";
    private static final String NUMBERS = "(?<d3>\\d{2})[./](?<m3>\\d{2})[./](?<y3>\\d{4}|\\d{2})";
    private static final String DATE = "(?:" + MONTH_DAY + "|" + DAY_MONTH + "|" + NUMBERS + ")";
    private static final String AGENCY_NAME = "(?<agency>\\p{L}[\\p{L}\\d .'’&-]{1,30}?)";
    private static final String END = "(?:\\s*$|\\s*\\n|\\s*(?:--|-|–|—|_|:|\\.)\\s?| )";
    private static final String FIRM_END = "(?:\\s*$|\\s*\\n|\\s*(?:--|-|–|—|_|:)\\s|\\.\\s)";

    /**
     * @param needs a character without which the pattern cannot match: far cheaper to look for than to try the pattern
     * @param dated whether it needs a digit too
     */
    private record Form(String name, char needs, Pattern pattern, boolean anyAgency, boolean dated, boolean anyDate) {}

    private static final List<Form> FORMS = List.of(
            form("comma", ',', PLACES + ",? " + DATE + ",? (?<agency>\\p{Lu}[\\p{L}’' -]{2,30}?)" + FIRM_END, false),
            form(
                    "paren",
                    '(',
                    PLACES + "(?:[,.]? " + DATE + ")\\.? ?\\(" + AGENCY_NAME + "(?:[/,][^)\\n]{0,40})?\\)" + END,
                    true),
            form(
                    "paren-undated",
                    '(',
                    PLACES + "\\.? ?\\(" + AGENCY_NAME + "(?:[/,][^)\\n]{0,40})?\\)" + FIRM_END,
                    false),
            form(
                    "slash",
                    '/',
                    PLACES + "(?:[,.]? " + DATE + ")\\.? ?/" + AGENCY_NAME + "(?:, ?[^/\\n]{2,40})?/" + END,
                    true),
            form("slash-undated", '/', PLACES + "\\.? ?/" + AGENCY_NAME + "(?:, ?[^/\\n]{2,40})?/" + FIRM_END, false),
            form(
                    "slash-date",
                    '/',
                    "(?<places>" + NAME + ")/" + NUMBERS + "/(?<agency>\\p{Lu}[\\p{L} -]{1,30}?):\\s",
                    true),
            form("bars", '|', PLACES + " \\| (?<agency>[\\p{L}]{2,12}) \\|" + END, true),
            form("agency-first", '(', "\\(" + AGENCY_NAME + "\\) ?[-–—]+ ?" + PLACES + ", " + DATE + FIRM_END, true),
            form("business-wire", '(', PLACES + "--\\((?<agency>BUSINESS WIRE)\\)--", true),
            form("undated", ',', PLACES + ", (?<agency>\\p{Lu}[\\p{L}’'-]{1,20})" + FIRM_END, false));

    private static final Set<String> AGENCIES = Set.of(
            "AP",
            "AFP",
            "REUTERS",
            "DPA",
            "EFE",
            "ANSA",
            "TASS",
            "ITAR-TASS",
            "XINHUA",
            "UPI",
            "YONHAP",
            "KYODO",
            "JIJI",
            "PTI",
            "ANI",
            "IANS",
            "UNI",
            "WAM",
            "IRNA",
            "ISNA",
            "SPA",
            "KUNA",
            "QNA",
            "BNA",
            "PETRA",
            "MENA",
            "WAFA",
            "SANA",
            "APA",
            "AZERTAC",
            "AZƏRTAC",
            "АЗЕРТАДЖ",
            "TREND",
            "TURAN",
            "REPORT",
            "INTERFAX",
            "RIA",
            "RIA NOVOSTI",
            "UKRINFORM",
            "BELTA",
            "KAZINFORM",
            "ANADOLU",
            "AA",
            "DHA",
            "BTA",
            "MTI",
            "CTK",
            "PAP",
            "TANJUG",
            "HINA",
            "AGERPRES",
            "LUSA",
            "BELGA",
            "ANP",
            "APA-OTS",
            "ATS",
            "NTB",
            "TT",
            "RITZAU",
            "STT",
            "CP",
            "THE CANADIAN PRESS",
            "AAP",
            "BERNAMA",
            "ANTARA",
            "VNA",
            "TNA",
            "KPL",
            "NAN",
            "SAPA",
            "BLOOMBERG",
            "GLOBE NEWSWIRE",
            "PRNEWSWIRE",
            "BUSINESS WIRE",
            "CNN",
            "CNS",
            "BBC",
            "NOTIMEX",
            "TELAM",
            "PRENSA LATINA",
            "MEHR",
            "TASNIM",
            "WAFAA",
            "NINA",
            "MAP",
            "APS",
            "TAP",
            "ANGOP",
            "GNA",
            "PNA",
            "CNA");

    private DatelineGrammar() {}

    private static Form form(String name, char needs, String pattern, boolean anyAgency) {
        boolean dated = pattern.contains("<d3>");
        return new Form(name, needs, Pattern.compile(pattern), anyAgency, dated, pattern.contains("<d1>"));
    }

    /** The dateline at the very start of a line, or null. */
    static Match match(String line) {
        if (!couldBe(line)) {
            return null;
        }
        boolean digits = line.chars().anyMatch(Character::isDigit);
        for (Form form : FORMS) {
            if (line.indexOf(form.needs()) < 0 || form.dated() && !digits) {
                continue;
            }
            Matcher matcher = form.pattern().matcher(line);
            if (matcher.lookingAt()) {
                Match match = read(form, matcher);
                if (match != null) {
                    return match;
                }
            }
        }
        return null;
    }

    /** Cheap refusal of nearly every line: a dateline opens with a capital or a bracket and has an agency's mark. */
    private static boolean couldBe(String line) {
        if (line.length() < 4 || !(Character.isUpperCase(line.charAt(0)) || line.charAt(0) == '(')) {
            return false;
        }
        for (int i = 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '(' || c == '/' || c == '|' || c == ',') {
                return true;
            }
        }
        return false;
    }

    private static Match read(Form form, Matcher matcher) {
        String agency = matcher.group("agency").trim();
        boolean known = AGENCIES.contains(agency.toUpperCase(java.util.Locale.ROOT));
        String month = null;
        String day = null;
        String year = null;
        if (form.dated()) {
            for (int i = form.anyDate() ? 1 : 3; i <= 3 && day == null; i++) {
                day = matcher.group("d" + i);
                month = matcher.group("m" + i);
                year = matcher.group("y" + i);
            }
            if (day != null && month != null && Character.isLetter(month.charAt(0)) && DateWords.month(month) == 0) {
                return null;
            }
        }
        // Without brackets only a known agency, or one that shouts as agencies do, tells a dateline from a sentence.
        boolean shouting = agency.equals(agency.toUpperCase(java.util.Locale.ROOT)) && agency.length() >= 3;
        if (!known && !form.anyAgency() && !(shouting && day != null)) {
            return null;
        }
        int end = matcher.end();
        while (end > 0 && isSeparator(matcher.group().charAt(end - 1))) {
            end--;
        }
        return new Match(form.name(), matcher.group("places").trim(), month, day, year, agency, end);
    }

    private static boolean isSeparator(char c) {
        return Character.isWhitespace(c) || "-–—_:.".indexOf(c) >= 0;
    }
}
