package io.dateline.ingest.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as a publisher wrote it: RFC 822 and its usual misspellings (RSS), RFC 3339 and W3C profiles of ISO 8601 (Atom,
 * JSON Feed, Dublin Core), and what {@link LooseDate} can make of the rest. Without a zone it is taken as UTC; with one
 * that we do not know, it is no more than a day.
 *
 * @param at        never null
 * @param precision {@code second}, {@code minute} or {@code day}
 */
public record ReadDate(Instant at, String precision) {
    private static final Pattern ISO = Pattern.compile(
            "([+-]?\\d{4,9})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?\\s{0,9}((?:UTC|GMT)?\\s{0,9}[+-]\\d{2}(?::?\\d{2})?|Z|z|UTC|GMT)?)?");
    private static final Pattern RFC_822 = Pattern.compile(
            "(?:[A-Za-z]{3,9}\\.?,?\\s*)?(\\d{1,2})[\\s-]+([A-Za-z]{3,9})\\.?,?[\\s-]+(\\d{4}|\\d{2})"
                    + "(?:,?\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?)?"
                    // The rest may be a comment, but nothing that could be another zone.
                    + "\\s*([A-Za-z]{1,5}(?![A-Za-z]))?\\s*([+-]\\d{1,2}(?::?\\d{2})?(?!\\d))?(?:\\s*(\\([^()]{0,40}\\))|[^\\d+A-Za-z-]{0,8})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int LONGEST = 64;

    /** Null where it cannot be read as a date and, at least, a day. */
    public static ReadDate of(String written) {
        String text = written.strip();
        try {
            boolean number = !text.isEmpty() && !Character.isLetter(text.charAt(0));
            Matcher iso = number ? ISO.matcher(text) : null;
            if (number && iso.matches()) {
                return iso(iso);
            }
            Matcher rfc = RFC_822.matcher(text);
            boolean standard = text.length() <= LONGEST
                    && rfc.matches()
                    && month(rfc.group(2)) > 0
                    && !halfDay(rfc.group(7))
                    && !zoneInComment(rfc);
            return standard ? rfc822(rfc) : LooseDate.of(text);
        } catch (DateTimeException | NumberFormatException e) {
            // A thirty-first of February and its kind: as good as unreadable.
            return null;
        }
    }

    private static ReadDate iso(Matcher m) {
        LocalDate day = LocalDate.of(number(m.group(1)), number(m.group(2)), number(m.group(3)));
        if (m.group(4) == null) {
            return day(day);
        }
        int nanos = m.group(7) == null ? 0 : Integer.parseInt((m.group(7) + "00000000").substring(0, 9));
        return at(day, m.group(4), m.group(5), m.group(6), nanos, m.group(8));
    }

    private static ReadDate rfc822(Matcher m) {
        LocalDate day = LocalDate.of(year(m.group(3)), month(m.group(2)), number(m.group(1)));
        String word = m.group(7) == null ? "" : m.group(7);
        String zone = m.group(8) == null ? word : word + m.group(8);
        return m.group(4) == null ? day(day) : at(day, m.group(4), m.group(5), m.group(6), 0, zone);
    }

    /** 1 to 12; 0 where it is no English name. */
    private static int month(String name) {
        return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private static boolean halfDay(String zone) {
        return "am".equalsIgnoreCase(zone) || "pm".equalsIgnoreCase(zone);
    }

    private static boolean zoneInComment(Matcher m) {
        return m.group(7) == null && m.group(8) == null && m.group(9) != null;
    }

    /** Of four digits, or of two as RFC 2822 reads them. */
    static int year(String digits) {
        int year = number(digits);
        return digits.length() > 2 ? year : year + (year < 70 ? 2000 : 1900);
    }

    /** @param zone as written; null or blank where there is none */
    static ReadDate at(LocalDate day, String hour, String minute, String second, int nanos, String zone) {
        int seconds = second == null ? 0 : Math.min(59, number(second));
        boolean midnight = number(hour) == 24;
        LocalDateTime time =
                day.plusDays(midnight ? 1 : 0).atTime(midnight ? 0 : number(hour), number(minute), seconds, nanos);
        ZoneOffset offset = Zones.of(zone, time);
        return offset == null ? day(day) : new ReadDate(time.toInstant(offset), second == null ? "minute" : "second");
    }

    static ReadDate day(LocalDate day) {
        return new ReadDate(day.atStartOfDay().toInstant(ZoneOffset.UTC), "day");
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** Strict RFC 3339, for senders we tell what to send; null where it is not. */
    static Instant rfc3339(String written) {
        try {
            return OffsetDateTime.parse(written.strip()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
