package io.dateline.ingest.parse.wire;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An embargo line. Without a zone the time counts where the day ends last on earth (UTC-12), so that no copy gets out
 * too early; without a date it is the named weekday to come, or the day it is read.
 *
 * @param until RFC 3339; as written where it cannot be read; null where the line names no time at all
 */
record Embargo(String until) {
    private static final Pattern STARTS = Pattern.compile(
            "^[^\\p{L}\\n]{0,6}(?:EMBARGO(?:ED|ES)?|Embargo(?:ed)?|STRICTLY EMBARGOED|NOT FOR (?:RELEASE|PUBLICATION|USE)"
                    + "(?: OR \\p{Lu}+)? (?:BEFORE|UNTIL|TILL)|(?i:hold for release)|(?i:release at)|UNDER EMBARGO)\\b.{0,160}$");
    private static final Pattern INTRODUCTION = Pattern.compile(
            "^[^\\p{L}]*(?i:strictly |under )?(?i:embargo(?:ed|es)?|not for (?:release|publication|use)(?: or \\p{L}+)?"
                    + "|hold for release|release at)\\b(?i:[:\\s,-]*(?:for release|for publication|until|till|before|to|at|on|up to))*[:\\s,-]*");
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})[T ](\\d{2}):?(\\d{2})(?::?\\d{2}(?:\\.\\d{1,9})?)?\\s*(Z|[A-Za-z]{2,5}|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d./])(?:(\\d{1,2})[:.h](\\d{2})(?![\\d./])|(\\d{2})(\\d{2})(?=\\s*(?:hrs?|hours|h)?\\s*(?:[A-Z]{2,4}\\b|[,(]|$))"
                    + "|(\\d{1,2})(?=\\s*[ap]\\.?m))\\s*(?:([ap])\\.?m\\.?)?\\s*(?:hrs?|hours|h)?\\s*\\(?([A-Z]{1,4}\\b)?\\s*([+-]\\d{1,2}(?::?\\d{2})?(?!\\d))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH_DAY =
            Pattern.compile("\\b([A-Za-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)(?:,? (\\d{4}))?");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]([A-Za-z]{3,9})\\b\\.?,?(?:[ -](\\d{4}|\\d{2})\\b)?");
    private static final Pattern NUMERIC = Pattern.compile("\\b(\\d{1,2})([./])(\\d{1,2})\\2(\\d{4}|\\d{2})\\b");
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
    private static final Pattern NOON = Pattern.compile("(?i)\\b(?:noon|midday)\\b");
    private static final Pattern MIDNIGHT = Pattern.compile("(?i)\\bmidnight\\b");
    private static final ZoneId LAST_ON_EARTH = ZoneOffset.ofHours(-12);

    static boolean starts(String line) {
        return STARTS.matcher(line.strip()).matches();
    }

    /** Of a line for which {@link #starts} holds. */
    static Embargo of(String line, Instant now) {
        String rest = INTRODUCTION
                .matcher(line.strip())
                .replaceFirst("")
                .replaceAll("[\\s*=<)\\]./-]+$", "")
                .strip();
        return rest.isEmpty() ? new Embargo(null) : new Embargo(read(rest, now));
    }

    void into(StoryBuilder story) {
        if (until == null) {
            story.held = story.embargo == null;
        } else if (story.embargo == null) {
            story.embargo = until;
            story.held = false;
        }
    }

    private static String read(String written, Instant now) {
        Matcher iso = ISO.matcher(written);
        if (iso.find()) {
            LocalDate day = WireTimes.day(number(iso, 1), number(iso, 2), number(iso, 3));
            return text(day, time(number(iso, 4), number(iso, 5)), zone(iso.group(6), null), written);
        }
        // The date goes first: what is left of it would pass for a time.
        StringBuilder rest = new StringBuilder(written);
        LocalDate day = day(rest, now);
        if (day == null && rest.length() != written.length()) {
            return written;
        }
        Matcher clock = TIME.matcher(rest);
        LocalTime time = null;
        ZoneId zone = LAST_ON_EARTH;
        if (clock.find()) {
            time = time(clock);
            zone = zone(clock.group(7), clock.group(8));
            if (time == null) {
                return written;
            }
        } else if (NOON.matcher(rest).find()) {
            time = LocalTime.NOON;
        } else if (MIDNIGHT.matcher(rest).find()) {
            time = LocalTime.MIDNIGHT;
        }
        if (day == null && time == null) {
            return written;
        }
        if (day == null) {
            day = weekday(rest.toString(), now, zone);
        }
        return text(day, time == null ? LocalTime.MIDNIGHT : time, zone, written);
    }

    private static String text(LocalDate day, LocalTime time, ZoneId zone, String written) {
        return day == null || time == null
                ? written
                : OffsetDateTime.ofInstant(day.atTime(time).atZone(zone).toInstant(), ZoneOffset.UTC)
                        .toString();
    }

    private static LocalTime time(Matcher m) {
        int hour = Integer.parseInt(m.group(1) != null ? m.group(1) : m.group(3) != null ? m.group(3) : m.group(5));
        int minute = m.group(2) != null ? number(m, 2) : m.group(4) != null ? number(m, 4) : 0;
        String half = m.group(6) == null ? "" : m.group(6).toLowerCase(Locale.ROOT);
        if (!half.isEmpty() && hour > 12) {
            return null;
        }
        int shifted = half.isEmpty() ? hour : hour % 12 + (half.equals("p") ? 12 : 0);
        return time(shifted, minute);
    }

    private static LocalTime time(int hour, int minute) {
        return hour > 23 || minute > 59 ? null : LocalTime.of(hour, minute);
    }

    private static boolean zone(String name) {
        return name != null && ZONES.containsKey(name.toUpperCase(Locale.ROOT));
    }

    private static ZoneId zone(String name, String offset) {
        String plain = offset != null ? offset : name;
        if (plain != null && plain.matches("[+-]\\d{1,2}(?::?\\d{2})?")) {
            String digits = plain.substring(1).replace(":", "");
            int hours = Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
            int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
            int sign = plain.startsWith("-") ? -1 : 1;
            return hours > 17 || minutes > 59 ? LAST_ON_EARTH : ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        }
        return zone(name) ? ZoneId.of(ZONES.get(name.toUpperCase(Locale.ROOT))) : LAST_ON_EARTH;
    }

    /** The date, cut out of the text; null where there is none. */
    private static LocalDate day(StringBuilder text, Instant now) {
        for (Pattern form : List.of(MONTH_DAY, DAY_MONTH)) {
            Matcher m = form.matcher(text.toString());
            while (m.find()) {
                int month = WireTimes.month(m.group(form == MONTH_DAY ? 1 : 2));
                int day = number(m, form == MONTH_DAY ? 2 : 1);
                if (month > 0) {
                    text.replace(m.start(), m.end(), " ");
                    return m.group(3) == null
                            ? WireTimes.nearest(month, day, now)
                            : WireTimes.day(WireTimes.year(m.group(3)), month, day);
                }
            }
        }
        Matcher numeric = NUMERIC.matcher(text.toString());
        if (!numeric.find()) {
            return null;
        }
        text.replace(numeric.start(), numeric.end(), " ");
        return WireTimes.day(WireTimes.year(numeric.group(4)), number(numeric, 3), number(numeric, 1));
    }

    /** The named day of the week, today or to come; today where none is named. */
    private static LocalDate weekday(String text, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (text.toUpperCase(Locale.ROOT).contains(day.name())) {
                return today.with(TemporalAdjusters.nextOrSame(day));
            }
        }
        return today;
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
