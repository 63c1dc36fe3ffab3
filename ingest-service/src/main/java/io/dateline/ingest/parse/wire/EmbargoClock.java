package io.dateline.ingest.parse.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time of day an embargo line names.
 *
 * @param time null for midnight, which is the end of its day
 * @param zone never null; {@link #LAST_ON_EARTH} where none was named that is known
 */
record EmbargoClock(LocalTime time, ZoneId zone) {
    /** Where a day ends last. */
    static final ZoneId LAST_ON_EARTH = ZoneOffset.ofHours(-12);
    /** What a day without a time means. */
    static final EmbargoClock BEGINNING = new EmbargoClock(LocalTime.MIN, LAST_ON_EARTH);

    private static final String ZONE =
            "\\s*(?:hrs?|hours|h)?,?\\s*\\(?([A-Z]{1,5}\\b)?\\s*([+-]\\d{1,2}(?::?\\d{2})?(?!\\d))?";
    private static final Pattern NAMED = Pattern.compile(
            "(?:\\b(?:12|00)(?:[:.]?00)?\\s*)?\\b(?:(noon|midday)|midnight)\\b" + ZONE, Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d.]|\\d/)(?:(\\d{1,2})[:.h](\\d{2})(?![\\d./])|(\\d{2})(\\d{2})(?=\\s*(?:hrs?|hours|h)?\\s*(?:[A-Z]{2,5}\\b|[,(/]|$))"
                    + "|(\\d{1,2})(?=\\s*[ap]\\.?m))\\s*(?:([ap])\\.?m\\.?)?" + ZONE,
            Pattern.CASE_INSENSITIVE);
    /** Of midnight it says nothing; of nine o'clock it would say which. */
    private static final Pattern TONIGHT = Pattern.compile("(?i)\\btonight\\b");

    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("Z", "Z"),
            Map.entry("GMT", "Z"),
            Map.entry("UTC", "Z"),
            Map.entry("BST", "+01:00"),
            Map.entry("CET", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("EET", "+02:00"),
            Map.entry("EEST", "+03:00"),
            Map.entry("MSK", "+03:00"),
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("ET", "America/New_York"),
            Map.entry("CST", "-06:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("CT", "America/Chicago"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"),
            Map.entry("PT", "America/Los_Angeles"),
            Map.entry("JST", "+09:00"),
            Map.entry("HKT", "+08:00"),
            Map.entry("SGT", "+08:00"),
            Map.entry("AZT", "+04:00"));

    /**
     * Takes all times out of the text, of which the first counts, or midnight and noon before it.
     *
     * @return null where there is none
     * @throws java.time.DateTimeException it is no time
     */
    static EmbargoClock cut(StringBuilder text) {
        Matcher named = NAMED.matcher(text.toString());
        EmbargoClock clock = null;
        if (named.find()) {
            clock = new EmbargoClock(
                    named.group(1) == null ? null : LocalTime.NOON, zone(named.group(2), named.group(3)));
            cut(text, named, 2);
            Matcher tonight = TONIGHT.matcher(text.toString());
            if (clock.time == null && tonight.find()) {
                text.replace(tonight.start(), tonight.end(), " ");
            }
        }
        for (Matcher m = TIME.matcher(text.toString()); m.find(); m = TIME.matcher(text.toString())) {
            clock = clock == null ? new EmbargoClock(time(m), zone(m.group(7), m.group(8))) : clock;
            cut(text, m, 7);
        }
        return clock;
    }

    /** A word behind it that is no zone, such as a weekday, stays. */
    private static void cut(StringBuilder text, Matcher m, int name) {
        boolean stays = m.group(name) != null && !zone(m.group(name)) && m.group(name + 1) == null;
        text.replace(m.start(), stays ? m.start(name) : m.end(), " ");
    }

    /** When it is this time on a day. */
    Instant on(LocalDate day) {
        return (time == null
                        ? day.plusDays(1).atStartOfDay(zone)
                        : day.atTime(time).atZone(zone))
                .toInstant();
    }

    private static LocalTime time(Matcher m) {
        int hour = Integer.parseInt(m.group(1) != null ? m.group(1) : m.group(3) != null ? m.group(3) : m.group(5));
        String minutes = m.group(2) != null ? m.group(2) : m.group(4);
        String half = m.group(6) == null ? "" : m.group(6).toLowerCase(Locale.ROOT);
        int minute = minutes == null ? 0 : Integer.parseInt(minutes);
        if (half.isEmpty()) {
            return LocalTime.of(hour, minute);
        }
        // The thirteenth hour of a half day is none.
        return LocalTime.of(hour > 12 ? -1 : hour % 12 + (half.equals("p") ? 12 : 0), minute);
    }

    static boolean zone(String name) {
        return ZONES.containsKey(name.toUpperCase(Locale.ROOT));
    }

    /**
     * @param name   or null
     * @param offset in hours, or hours and minutes; decides where there is one; or null
     */
    static ZoneId zone(String name, String offset) {
        String plain = offset != null ? offset : name;
        if (plain != null && plain.matches("[+-]\\d{1,2}(?::?\\d{2})?")) {
            String digits = plain.substring(1).replace(":", "");
            int hours = Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
            int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
            int sign = plain.startsWith("-") ? -1 : 1;
            return hours > 17 || minutes > 59 ? LAST_ON_EARTH : ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        }
        return name != null && zone(name) ? ZoneId.of(ZONES.get(name.toUpperCase(Locale.ROOT))) : LAST_ON_EARTH;
    }
}
