package io.dateline.enrich.date;

import java.time.LocalDate;

/** The year of something that comes once a year. */
final class Nearest {
    private Nearest() {}

    /** The next one where its verb speaks of the future, else the last one; the day itself counts. */
    static int year(LocalDate day, int month, int dayOfMonth, Tense tense) {
        LocalDate here = LocalDate.of(day.getYear(), month, dayOfMonth);
        if (tense == Tense.FUTURE) {
            return here.isBefore(day) ? day.getYear() + 1 : day.getYear();
        }
        return here.isAfter(day) ? day.getYear() - 1 : day.getYear();
    }

    /** The next such day within a year, the day itself counted; null where that year has none (February 29). */
    static LocalDate next(LocalDate day, int month, int dayOfMonth) {
        LocalDate here = DateWords.dayOf(day.getYear(), month, dayOfMonth);
        return here != null && !here.isBefore(day) ? here : DateWords.dayOf(day.getYear() + 1, month, dayOfMonth);
    }
}
