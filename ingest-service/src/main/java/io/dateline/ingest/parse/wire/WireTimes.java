package io.dateline.ingest.parse.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Time stamps of the wire. A year or month that is left out is the one that makes the time nearest to now. */
final class WireTimes {
    static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    /** {@code 131446 GMT Nov 13}, {@code 131446}: day, hour, minute. */
    private static final Pattern STAMP = Pattern.compile(
            "(\\d{2})(\\d{2})(\\d{2})(?:\\s*(?:GMT|UTC|Z))?(?:\\s+([A-Za-z]{3})[a-z]{0,6}\\.?(?:\\s+(\\d{4}|\\d{2}))?)?");
    /** {@code AP-WF-11-13-13 1509GMT}: month, day, year. */
    private static final Pattern TRAILER = Pattern.compile(
            "([A-Z]{2,6})-[A-Z0-9]{1,4}-(\\d{1,2})-(\\d{1,2})-(\\d{2,4}) (\\d{2})(\\d{2})(?:GMT|UTC|Z)?");

    private WireTimes() {}

    static boolean isStamp(String text) {
        return STAMP.matcher(text.strip()).matches();
    }

    /** Of a day-hour-minute stamp; null where it is none or no time. */
    static Instant stamp(String text, Instant now) {
        Matcher m = STAMP.matcher(text.strip());
        if (!m.matches()) {
            return null;
        }
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        int day = Integer.parseInt(m.group(1));
        int month = m.group(4) == null ? 0 : month(m.group(4));
        Instant best = null;
        for (int back = -1; back <= 12; back++) {
            LocalDate candidate = today.withDayOfMonth(1).minusMonths(back);
            boolean fits = (month == 0 || candidate.getMonthValue() == month)
                    && (m.group(5) == null || candidate.getYear() % 100 == Integer.parseInt(m.group(5)) % 100);
            if (fits && day >= 1 && day <= candidate.lengthOfMonth()) {
                best = nearer(best, at(candidate.withDayOfMonth(day), m.group(2), m.group(3)), now);
            }
        }
        // A year that was given may lie further back than the months that were tried.
        if (best == null && month > 0 && m.group(5) != null) {
            best = at(day(year(m.group(5)), month, day), m.group(2), m.group(3));
        }
        return best;
    }

    /** @param source the sender's letters */
    record Trailer(String source, Instant at) {}

    /** Of an ANPA trailer found in the text; null where there is none. */
    static Trailer trailer(String text) {
        Matcher m = TRAILER.matcher(text);
        if (!m.find()) {
            return null;
        }
        LocalDate day = day(year(m.group(4)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
        return new Trailer(m.group(1), at(day, m.group(5), m.group(6)));
    }

    /** Month and day with the year that brings them nearest to now; null where they are no day. */
    static LocalDate nearest(int month, int day, Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate best = null;
        for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
            LocalDate candidate = day(year, month, day);
            boolean nearer = candidate != null
                    && (best == null
                            || Math.abs(candidate.toEpochDay() - today.toEpochDay())
                                    < Math.abs(best.toEpochDay() - today.toEpochDay()));
            best = nearer ? candidate : best;
        }
        return best;
    }

    /** 1 to 12; 0 where it is no English month. */
    static int month(String word) {
        return word.length() < 3 ? 0 : MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() > 2 ? year : year + (year < 70 ? 2000 : 1900);
    }

    /** Null where there is no such day. */
    static LocalDate day(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static Instant at(LocalDate day, String hour, String minute) {
        int h = Integer.parseInt(hour);
        int m = Integer.parseInt(minute);
        return day == null || h > 23 || m > 59
                ? null
                : LocalDateTime.of(day, java.time.LocalTime.of(h, m)).toInstant(ZoneOffset.UTC);
    }

    private static Instant nearer(Instant one, Instant other, Instant now) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        long a = Math.abs(one.getEpochSecond() - now.getEpochSecond());
        long b = Math.abs(other.getEpochSecond() - now.getEpochSecond());
        return b < a ? other : one;
    }
}
