package io.dateline.enrich.date;

import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import io.dateline.enrich.text.WordSet;
import java.time.LocalDate;

/**
 * Parts of a year: "summer of 1950", "last winter", "first half of 2026", "second quarter of last year", "mid-August".
 * Seasons are those of the northern half of the world, in whole months; a winter is named by the year it begins in.
 */
final class Seasons {
    private static final long HALF = TextHash.word("half");
    private static final WordSet BEFORE_SEASON = WordSet.of("in the of since by");
    private static final int NO_STEP = 9;
    private static final int MID_FIRST = 11;
    private static final int MID_LAST = 20;

    private final LocalDate day;

    /** @param day of the story, or null */
    Seasons(LocalDate day) {
        this.day = day;
    }

    /** What starts at a token, or null. */
    Found at(Tokens tokens, int i) {
        if (!tokens.isWord(i)) {
            return null;
        }
        Found found = season(tokens, i);
        found = found != null ? found : part(tokens, i);
        found = found != null ? found : middle(tokens, i);
        return found != null ? found : shortQuarter(tokens, i);
    }

    /** "Q2": the last one that has begun, or the next where its verb speaks of the future. */
    private Found shortQuarter(Tokens tokens, int i) {
        int quarter =
                tokens.length(i) == 2 && tokens.first(i) == 'Q' ? tokens.text().charAt(tokens.start(i) + 1) - '0' : 0;
        if (day == null || quarter < 1 || quarter > 4) {
            return null;
        }
        boolean now = (day.getMonthValue() + 2) / 3 == quarter;
        int year = now ? day.getYear() : Nearest.year(day, quarter * 3 - 2, 1, Tense.of(tokens, i, i + 1));
        return Found.quarter(i, i + 1, year, quarter, "quarter");
    }

    private Found season(Tokens tokens, int i) {
        int month = Words.season(tokens, i);
        if (month > 0) {
            int at = past(tokens, i + 1);
            boolean named = at > i + 1 || i > 0 && BEFORE_SEASON.contains(tokens.lower(i - 1));
            int year = named ? Words.year(tokens, at) : 0;
            return year == 0 ? null : season(i, at + 1, year, month);
        }
        if (day == null || i + 1 >= tokens.size()) {
            return null;
        }
        month = Words.season(tokens, i + 1);
        int step = step(tokens, i);
        if (month == 0 || step == NO_STEP) {
            return null;
        }
        int year = day.getYear();
        boolean over = !LocalDate.of(year, month, 1).plusMonths(3).isAfter(day);
        boolean begun = !LocalDate.of(year, month, 1).isAfter(day);
        if (step < 0) {
            year = over ? year : year - 1;
        } else if (step > 0) {
            year = begun ? year + 1 : year;
        }
        return season(i, i + 2, year, month);
    }

    private static Found season(int from, int to, int year, int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        return Found.range(from, to, first, first.plusMonths(3).minusDays(1), "season");
    }

    /** "first half of 2026", "second quarter of last year"; those of a plain year are {@link Years}'. */
    private Found part(Tokens tokens, int i) {
        int number = Words.ordinal(tokens, i);
        if (number == 0 || i + 3 >= tokens.size() || tokens.lower(i + 2) != Words.OF) {
            return null;
        }
        boolean half = tokens.lower(i + 1) == HALF && number <= 2;
        boolean quarter = Words.unit(tokens, i + 1) == Words.Unit.QUARTER;
        if (!half && !quarter) {
            return null;
        }
        int year = Words.year(tokens, i + 3);
        int to = i + 4;
        if (year == 0 && day != null && Words.unit(tokens, i + 4) == Words.Unit.YEAR) {
            int step = tokens.lower(i + 3) == Words.THE ? 0 : step(tokens, i + 3);
            year = step == NO_STEP ? 0 : day.getYear() + step;
            to = i + 5;
        }
        if (year == 0) {
            return null;
        }
        if (quarter) {
            return Found.quarter(i, to, year, number, "quarter");
        }
        LocalDate first = LocalDate.of(year, number == 1 ? 1 : 7, 1);
        return Found.range(i, to, first, first.plusMonths(6).minusDays(1), "half");
    }

    /** "mid-August", "mid-August 2024": the eleventh to the twentieth. */
    private Found middle(Tokens tokens, int i) {
        int month = Words.middleOf(tokens, i);
        if (month == 0) {
            return null;
        }
        int year = Words.year(tokens, i + 1);
        int to = year == 0 ? i + 1 : i + 2;
        if (year == 0) {
            if (day == null) {
                return null;
            }
            year = Nearest.year(day, month, MID_FIRST, Tense.of(tokens, i, to));
        }
        return Found.range(
                i, to, LocalDate.of(year, month, MID_FIRST), LocalDate.of(year, month, MID_LAST), "mid-month");
    }

    private static int step(Tokens tokens, int i) {
        long word = tokens.lower(i);
        if (Words.LAST.contains(word)) {
            return -1;
        }
        if (Words.NEXT.contains(word)) {
            return 1;
        }
        return Words.THIS.contains(word) ? 0 : NO_STEP;
    }

    private static int past(Tokens tokens, int i) {
        return i < tokens.size() && tokens.lower(i) == Words.OF ? i + 1 : i;
    }
}
