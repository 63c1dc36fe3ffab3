package io.dateline.enrich.date;

import io.dateline.contracts.enriched.DateMention.Precision;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * A date in the text.
 *
 * @param from      first token
 * @param to        one past the last token
 * @param first     first day
 * @param last      last day
 * @param precision how exactly the words name it
 * @param rule      short and stable
 */
record Found(int from, int to, LocalDate first, LocalDate last, Precision precision, String rule) {

    private static final int LAST_YEAR = 9999;

    static Found day(int from, int to, LocalDate day, String rule) {
        return of(from, to, day, day, Precision.DAY, rule);
    }

    /** The week from Monday to Sunday that holds the day. */
    static Found week(int from, int to, LocalDate day, String rule) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return of(from, to, monday, monday.plusDays(6), Precision.WEEK, rule);
    }

    static Found month(int from, int to, LocalDate day, String rule) {
        return of(from, to, day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()), Precision.MONTH, rule);
    }

    /** @param quarter 1 to 4 */
    static Found quarter(int from, int to, int year, int quarter, String rule) {
        LocalDate first = LocalDate.of(year, quarter * 3 - 2, 1);
        return of(from, to, first, first.plusMonths(3).minusDays(1), Precision.QUARTER, rule);
    }

    static Found year(int from, int to, int year, String rule) {
        return of(from, to, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Precision.YEAR, rule);
    }

    /** Null where the last day would lie before the first. */
    static Found range(int from, int to, LocalDate first, LocalDate last, String rule) {
        return of(from, to, first, last, Precision.RANGE, rule);
    }

    /** Null where a day is missing, in the wrong order, or of a year that ISO 8601 cannot write in four digits. */
    private static Found of(int from, int to, LocalDate first, LocalDate last, Precision precision, String rule) {
        boolean real = first != null
                && last != null
                && !last.isBefore(first)
                && first.getYear() >= 1
                && last.getYear() <= LAST_YEAR;
        return real ? new Found(from, to, first, last, precision, rule) : null;
    }
}
