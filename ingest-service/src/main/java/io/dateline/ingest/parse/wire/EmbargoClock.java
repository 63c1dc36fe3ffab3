package io.dateline.ingest.parse.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of day that an embargo line names.
 *
 * @param at   its place in the line
 * @param time null for midnight and 24:00, which are the end of their day
 * @param zone never null; {@link #LAST_ON_EARTH} where none was named that is known
 * @param likeDate whether it may be a day and a month, as in {@code 09.02}
 */
record EmbargoClock(int at, LocalTime time, ZoneId zone, boolean likeDate) {
    /** Where a day ends last. */
    static final ZoneId LAST_ON_EARTH = ZoneOffset.ofHours(-12);
    /** What a day without a time means. */
    static final EmbargoClock BEGINNING = new EmbargoClock(0, LocalTime.MIN, LAST_ON_EARTH, false);

    private static final int NOON = 12;
    private static final int MIDNIGHT = 24;
    private static final int MONTHS = 12;
    private static final int MOST = 8;
    static final String HOURS = "(?:HRS?|HOURS|H)\\b";
    private static final String ZONE =
            "\\s*(?:" + HOURS + ")?\\.?,?\\s*\\(?(?<zone>[A-Z]{1,5}\\b)?(?<offset>[+-]\\d{1,2}(?::?\\d{2})?(?!\\d))?";
    private static final Pattern NAMED =
            Pattern.compile("(?:\\b(?:12|00)(?:[:.]?00)?\\s*)?\\b(?:(NOON|MIDDAY)|MIDNIGHT)\\b" + ZONE);
    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d.:])(?:(\\d{1,2})[:.H](\\d{2})(?!\\d)|(\\d{2})(\\d{2})(?!\\d)|(\\d{1,2})(?=\\s*(?:[AP]\\.?\\s?M\\b|"
                    + HOURS + ")))\\s*(?:([AP])\\.?\\s?M\\b\\.?)?" + ZONE);

    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{1,2})(?::?(\\d{2}))?");
    private static final Pattern ZONE_WORD = Pattern.compile("\\s*([A-Z]{1,5})\\b");
    private static final Set<String> GREENWICH = Set.of("GMT", "UTC", "Z");
    /** Summer time named in winter means what clocks show there, which is later. */
    static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("Z", "Z"),
            Map.entry("GMT", "Z"),
            Map.entry("UTC", "Z"),
            Map.entry("BST", "Europe/London"),
            Map.entry("CET", "+01:00"),
            Map.entry("CEST", "Europe/Paris"),
            Map.entry("EET", "+02:00"),
            Map.entry("EEST", "Europe/Athens"),
            Map.entry("MSK", "+03:00"),
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "America/New_York"),
            Map.entry("ET", "America/New_York"),
            Map.entry("CST", "-06:00"),
            Map.entry("CDT", "America/Chicago"),
            Map.entry("CT", "America/Chicago"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "America/Denver"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "America/Los_Angeles"),
            Map.entry("PT", "America/Los_Angeles"),
            Map.entry("JST", "+09:00"),
            Map.entry("HKT", "+08:00"),
            Map.entry("SGT", "+08:00"),
            Map.entry("AZT", "+04:00"));

    /**
     * Takes all times out of a text in capitals, in their order.
     *
     * @throws DateTimeException one is no time, or may be something else
     */
    static List<EmbargoClock> cut(StringBuilder text) {
        List<EmbargoClock> found = new ArrayList<>();
        for (Matcher m = NAMED.matcher(text.toString()); m.find(); m = NAMED.matcher(text.toString())) {
            LocalTime time = m.group(1) == null ? null : LocalTime.NOON;
            add(found, new EmbargoClock(m.start(), time, zone(text, m), false));
            cut(text, m);
        }
        for (Matcher m = TIME.matcher(text.toString()); m.find(); m = TIME.matcher(text.toString())) {
            add(found, of(m, zone(text, m)));
            cut(text, m);
        }
        found.sort(Comparator.comparingInt(EmbargoClock::at));
        return found;
    }

    private static void add(List<EmbargoClock> found, EmbargoClock clock) {
        if (found.size() == MOST) {
            throw new DateTimeException("too many times");
        }
        found.add(clock);
    }

    /** The zone behind a time; {@code 0100 GMT-0130 PST} and {@code 0900-0930} are two times, and an offset is none. */
    private static ZoneId zone(CharSequence text, Matcher m) {
        String name = m.group("zone");
        String offset = m.group("offset");
        if (offset != null) {
            Matcher behind = ZONE_WORD.matcher(text).region(m.end(), text.length());
            boolean another = behind.lookingAt() && EmbargoWords.zone(behind.group(1));
            boolean counted = name == null ? offset.startsWith("+") : GREENWICH.contains(name);
            if (another || !counted) {
                throw new DateTimeException("an offset or another time");
            }
        }
        return zone(name, offset);
    }

    /** Whether one would be found. */
    static boolean in(String text) {
        return NAMED.matcher(text).find() || TIME.matcher(text).find();
    }

    /** Leaves everything else at its place, and so a word behind the time that is no zone, such as a weekday. */
    private static void cut(StringBuilder text, Matcher m) {
        String name = m.group("zone");
        boolean stays = name != null && !zone(name) && m.group("offset") == null;
        int end = stays ? m.start("zone") : m.end();
        text.replace(m.start(), end, " ".repeat(end - m.start()));
    }

    /** When it is this time on a day; where clocks are put back it is the second time. */
    Instant on(LocalDate day) {
        return (time == null
                        ? day.plusDays(1).atStartOfDay(zone)
                        : day.atTime(time).atZone(zone).withLaterOffsetAtOverlap())
                .toInstant();
    }

    /** Whether it has no zone that is known. */
    boolean anywhere() {
        return zone.equals(LAST_ON_EARTH);
    }

    EmbargoClock in(ZoneId other) {
        return new EmbargoClock(at, time, other, likeDate);
    }

    private static EmbargoClock of(Matcher m, ZoneId zone) {
        int hour = Integer.parseInt(m.group(1) != null ? m.group(1) : m.group(3) != null ? m.group(3) : m.group(5));
        String minutes = m.group(2) != null ? m.group(2) : m.group(4);
        int minute = minutes == null ? 0 : Integer.parseInt(minutes);
        if (m.group(6) == null) {
            if (minutes == null && zone.equals(LAST_ON_EARTH)) {
                throw new DateTimeException("an hour of the day or a number of hours");
            }
            boolean end = hour == MIDNIGHT && minute == 0;
            LocalTime time = end ? null : LocalTime.of(hour, minute);
            boolean dotted = m.group(1) != null && m.group().charAt(m.group(1).length()) == '.';
            boolean day = hour > 0 && minute > 0 && minute <= MONTHS && zone.equals(LAST_ON_EARTH);
            return new EmbargoClock(m.start(), time, zone, dotted && day);
        }
        // The thirteenth hour of a half day is none.
        int half = hour > NOON ? -1 : hour % NOON + (m.group(6).equals("P") ? NOON : 0);
        return new EmbargoClock(m.start(), LocalTime.of(half, minute), zone, false);
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
        Matcher m = OFFSET.matcher(plain == null ? "" : plain);
        if (m.matches()) {
            int hours = Integer.parseInt(m.group(2));
            int minutes = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
            int sign = m.group(1).equals("-") ? -1 : 1;
            return hours > 14 || minutes > 59 ? LAST_ON_EARTH : ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        }
        return name != null && zone(name) ? ZoneId.of(ZONES.get(name.toUpperCase(Locale.ROOT))) : LAST_ON_EARTH;
    }
}
