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
}
