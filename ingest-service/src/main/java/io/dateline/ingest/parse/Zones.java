package io.dateline.ingest.parse;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Time zones as publishers write them: by an offset, an abbreviation, or both. */
final class Zones {
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("Z", "+00:00"),
            Map.entry("UT", "+00:00"),
            Map.entry("UTC", "+00:00"),
            Map.entry("GMT", "+00:00"),
            Map.entry("WET", "+00:00"),
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("CST", "-06:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"),
            Map.entry("BST", "+01:00"),
            Map.entry("CET", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("EET", "+02:00"),
            Map.entry("EEST", "+03:00"),
            Map.entry("MSK", "+03:00"),
            Map.entry("JST", "+09:00"),
            Map.entry("KST", "+09:00"),
            Map.entry("AST", "-04:00"),
            Map.entry("ADT", "-03:00"),
            Map.entry("AKST", "-09:00"),
            Map.entry("AKDT", "-08:00"),
            Map.entry("HST", "-10:00"),
            Map.entry("BRT", "-03:00"),
            Map.entry("WEST", "+01:00"),
            Map.entry("MEZ", "+01:00"),
            Map.entry("MESZ", "+02:00"),
            Map.entry("SAST", "+02:00"),
            Map.entry("PKT", "+05:00"),
            Map.entry("IST", "+05:30"),
            Map.entry("WIB", "+07:00"),
            Map.entry("HKT", "+08:00"),
            Map.entry("SGT", "+08:00"),
            Map.entry("AWST", "+08:00"),
            Map.entry("AEST", "+10:00"),
            Map.entry("AEDT", "+11:00"),
            Map.entry("NZST", "+12:00"),
            Map.entry("NZDT", "+13:00"),
            Map.entry("NST", "-03:30"),
            Map.entry("NDT", "-02:30"),
            Map.entry("ART", "-03:00"),
            Map.entry("ACST", "+09:30"),
            Map.entry("ACDT", "+10:30"),
            Map.entry("TRT", "+03:00"),
            Map.entry("EAT", "+03:00"),
            Map.entry("WAT", "+01:00"),
            Map.entry("CAT", "+02:00"),
            Map.entry("NPT", "+05:45"),
            Map.entry("WITA", "+08:00"),
            Map.entry("WIT", "+09:00"),
            Map.entry("PHT", "+08:00"),
            Map.entry("MYT", "+08:00"));
    /** Without saying whether it is summer. */
    private static final Map<String, ZoneId> REGIONS = Map.of(
            "ET", ZoneId.of("America/New_York"),
            "CT", ZoneId.of("America/Chicago"),
            "MT", ZoneId.of("America/Denver"),
            "PT", ZoneId.of("America/Los_Angeles"));

    /** What stands behind a time and names no zone. */
    private static final Set<String> NONE = Set.of("UHR", "H", "HS", "HRS", "HOURS", "KLO", "AM", "PM");

    private static final Pattern WRITTEN =
            Pattern.compile("\\s*([A-Za-z]{0,20})\\s*(?:([+-])(\\d{1,2})(?::?(\\d{2}))?)?\\s*");

    private Zones() {}

    /**
     * UTC where none is written; null where it is one we do not know, or a word and an offset that contradict each other.
     *
     * @param written null or blank where there is none
     * @param local   the time it stands beside
     * @throws java.time.DateTimeException where the offset is more than there can be
     */
    static ZoneOffset of(String written, LocalDateTime local) {
        if (written == null || written.isBlank()) {
            return ZoneOffset.UTC;
        }
        Matcher zone = WRITTEN.matcher(written);
        if (!zone.matches()) {
            return null;
        }
        String word = zone.group(1).toUpperCase(Locale.ROOT);
        ZoneOffset named = named(word, local);
        if (zone.group(2) == null) {
            return named;
        }
        int sign = zone.group(2).equals("-") ? -1 : 1;
        int minutes = zone.group(4) == null ? 0 : Integer.parseInt(zone.group(4));
        ZoneOffset offset = ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(zone.group(3)), sign * minutes);
        // GMT+1 counts from GMT, CET+0100 says the same twice; EST+5 may mean either side.
        return ZoneOffset.UTC.equals(named) || offset.equals(named) ? offset : null;
    }

    private static ZoneOffset named(String word, LocalDateTime local) {
        if (word.isEmpty() || NONE.contains(word)) {
            return ZoneOffset.UTC;
        }
        ZoneId region = REGIONS.get(word);
        String offset = ZONES.get(word);
        return region != null ? region.getRules().getOffset(local) : offset == null ? null : ZoneOffset.of(offset);
    }

    /** Whether a word is one of those abbreviations. */
    static boolean known(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return ZONES.containsKey(upper) || REGIONS.containsKey(upper);
    }

    /** Whether a word behind a time says nothing about its zone. */
    static boolean none(String word) {
        return NONE.contains(word.toUpperCase(Locale.ROOT));
    }
}
