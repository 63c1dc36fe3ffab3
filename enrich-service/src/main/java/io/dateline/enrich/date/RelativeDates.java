package io.dateline.enrich.date;

import io.dateline.enrich.text.Tokens;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * Dates told from the day of the story: "yesterday", "on Tuesday", "last week", "next month", "two days ago", "in the
 * past three months", "in May". A weekday or month by itself is the nearest one: ahead where its clause speaks of the
 * future, else the last one, the day itself counted.
 */
final class RelativeDates {
    private static final int CLAUSE = 12;

    private final LocalDate day;

    /** @param day of the story; never null */
    RelativeDates(LocalDate day) {
        this.day = day;
    }

    /** What starts at a token, or null. */
    Found at(Tokens tokens, int i) {
        if (!tokens.isWord(i) && tokens.kind(i) != Tokens.NUMBER) {
            return null;
        }
        Found found = word(tokens, i);
        found = found != null ? found : ago(tokens, i);
        found = found != null ? found : unit(tokens, i);
        found = found != null ? found : weekday(tokens, i);
        return found != null ? found : month(tokens, i);
    }

    private Found word(Tokens tokens, int i) {
        long word = tokens.lower(i);
        // "today's youth" means no day.
        boolean owned = i + 1 < tokens.size() && tokens.lower(i + 1) == Words.POSSESSIVE;
        if (word == Words.YESTERDAY) {
            return Found.day(i, i + 1, day.minusDays(1), "yesterday");
        }
        if (word == Words.TOMORROW) {
            return Found.day(i, i + 1, day.plusDays(1), "tomorrow");
        }
        boolean today = word == Words.TODAY && !owned || word == Words.TONIGHT;
        return today ? Found.day(i, i + 1, day, "today") : null;
    }

    private Found ago(Tokens tokens, int i) {
        int count = Words.count(tokens, i);
        Words.Unit unit = count == 0 ? null : Words.unit(tokens, i + 1);
        if (unit == null || i + 2 >= tokens.size() || tokens.lower(i + 2) != Words.AGO) {
            return null;
        }
        int to = i + 3;
        return switch (unit) {
            case DAY -> Found.day(i, to, day.minusDays(count), "ago");
            case WEEK -> Found.week(i, to, day.minusWeeks(count), "ago");
            case MONTH -> Found.month(i, to, day.minusMonths(count), "ago");
            case YEAR -> Found.year(i, to, day.minusYears(count).getYear(), "ago");
            case QUARTER, DECADE -> null;
        };
    }

    /** "last week", "this year", "the past three months". */
    private Found unit(Tokens tokens, int i) {
        long word = tokens.lower(i);
        int step = Words.LAST.contains(word) ? -1 : Words.NEXT.contains(word) ? 1 : 0;
        boolean named = step != 0 || Words.THIS.contains(word);
        if (!named && !Words.PAST_SPAN.contains(word)) {
            return null;
        }
        Words.Unit unit = Words.unit(tokens, i + 1);
        if (unit == null) {
            int count = Words.count(tokens, i + 1);
            unit = count == 0 ? null : Words.unit(tokens, i + 2);
            boolean span = unit != null && (Words.PAST_SPAN.contains(word) || step > 0);
            return span ? span(i, i + 3, unit, step > 0 ? count : -count) : weekend(tokens, i, step, named);
        }
        // "this day", "last days": too vague. "the past week" is the last seven days.
        if (!named) {
            return unit == Words.Unit.DAY ? null : span(i, i + 2, unit, -1);
        }
        int to = i + 2;
        return switch (unit) {
            case WEEK -> Found.week(i, to, day.plusWeeks(step), "unit");
            case MONTH -> Found.month(i, to, day.withDayOfMonth(1).plusMonths(step), "unit");
            case YEAR -> Found.year(i, to, day.getYear() + step, "unit");
            case QUARTER -> {
                LocalDate in = day.withDayOfMonth(1).plusMonths(3L * step);
                yield Found.quarter(i, to, in.getYear(), (in.getMonthValue() + 2) / 3, "unit");
            }
            case DAY, DECADE -> null;
        };
    }

    private Found span(int from, int to, Words.Unit unit, int count) {
        LocalDate other = switch (unit) {
            case DAY -> day.plusDays(count);
            case WEEK -> day.plusWeeks(count);
            case MONTH -> day.plusMonths(count);
            case QUARTER -> day.plusMonths(3L * count);
            case YEAR -> day.plusYears(count);
            case DECADE -> day.plusYears(10L * count);
        };
        return count < 0 ? Found.range(from, to, other, day, "span") : Found.range(from, to, day, other, "span");
    }

    private Found weekend(Tokens tokens, int i, int step, boolean named) {
        if (!named || i + 1 >= tokens.size() || tokens.lower(i + 1) != Words.WEEKEND) {
            return null;
        }
        LocalDate saturday = step < 0
                ? day.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY)).minusDays(1)
                : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusDays(5L + 7L * step);
        return Found.range(i, i + 2, saturday, saturday.plusDays(1), "weekend");
    }

    private Found weekday(Tokens tokens, int i) {
        int direct = Words.weekday(tokens, i);
        int step = 0;
        int at = i;
        if (direct == 0 && i + 1 < tokens.size() && Words.weekday(tokens, i + 1) > 0) {
            long word = tokens.lower(i);
            step = Words.LAST.contains(word) ? -1 : Words.NEXT.contains(word) ? 1 : 0;
            direct = step == 0 ? 0 : Words.weekday(tokens, i + 1);
            at = i + 1;
        }
        if (direct == 0 || i > 0 && Words.RECURRING.contains(tokens.lower(i - 1))) {
            return null;
        }
        DayOfWeek weekday = DayOfWeek.of(direct);
        LocalDate date;
        if (step < 0) {
            date = day.with(TemporalAdjusters.previous(weekday));
        } else if (step > 0) {
            date = day.with(TemporalAdjusters.next(weekday));
        } else {
            date = day.with(
                    future(tokens, i)
                            ? TemporalAdjusters.nextOrSame(weekday)
                            : TemporalAdjusters.previousOrSame(weekday));
        }
        return Found.day(i, at + 1, date, "weekday");
    }

    private Found month(Tokens tokens, int i) {
        int month = Words.month(tokens, i);
        if (month == 0 || i == 0 || !Words.IN_MONTH.contains(tokens.lower(i - 1))) {
            return null;
        }
        boolean ahead = Words.NEXT.contains(tokens.lower(i - 1)) || future(tokens, i);
        LocalDate first = day.withDayOfMonth(1).withMonth(month);
        LocalDate here = day.withDayOfMonth(1);
        if (ahead && first.isBefore(here)) {
            first = first.plusYears(1);
        } else if (!ahead && first.isAfter(here)) {
            first = first.minusYears(1);
        }
        boolean last = Words.LAST.contains(tokens.lower(i - 1)) && first.equals(here);
        return Found.month(i, i + 1, last ? first.minusYears(1) : first, "month");
    }

    /** Whether a word of the future stands near, in the same sentence. */
    private static boolean future(Tokens tokens, int i) {
        int sentence = tokens.sentence(i);
        for (int k = i - 1; k >= 0 && k >= i - CLAUSE && tokens.sentence(k) == sentence; k--) {
            if (Words.FUTURE.contains(tokens.lower(k))) {
                return true;
            }
        }
        for (int k = i + 1; k < tokens.size() && k <= i + CLAUSE / 2 && tokens.sentence(k) == sentence; k++) {
            if (Words.FUTURE.contains(tokens.lower(k))) {
                return true;
            }
        }
        return false;
    }
}
