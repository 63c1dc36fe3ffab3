package io.dateline.enrich.date;

import io.dateline.enrich.text.Tokens;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * Dates told from the day of the story: "yesterday", "on Tuesday", "last week", "next month", "two days ago", "in the
 * past three months", "will return in two weeks", "in May". A month by itself is the nearest one: ahead where its verb
 * speaks of the future, else the last one.
 */
final class RelativeDates {
    private final LocalDate day;
    private final Weekdays weekdays;

    /** @param day of the story; never null */
    RelativeDates(LocalDate day) {
        this.day = day;
        this.weekdays = new Weekdays(day);
    }

    /** What starts at a token, or null. */
    Found at(Tokens tokens, int i) {
        if (!tokens.isWord(i) && tokens.kind(i) != Tokens.NUMBER) {
            return null;
        }
        Found found = word(tokens, i);
        found = found != null ? found : ago(tokens, i);
        found = found != null ? found : ahead(tokens, i);
        found = found != null ? found : unit(tokens, i);
        found = found != null ? found : weekdays.at(tokens, i);
        return found != null ? found : month(tokens, i);
    }

    private Found word(Tokens tokens, int i) {
        long word = tokens.lower(i);
        // "today's youth" means no day.
        boolean owned = i + 1 < tokens.size() && tokens.lower(i + 1) == Words.POSSESSIVE;
        if (word == Words.DAY && i + 2 < tokens.size()) {
            long anchor = tokens.lower(i + 2);
            if (tokens.lower(i + 1) == Words.BEFORE && anchor == Words.YESTERDAY) {
                return Found.day(i, i + 3, day.minusDays(2), "yesterday");
            }
            if (tokens.lower(i + 1) == Words.AFTER && anchor == Words.TOMORROW) {
                return Found.day(i, i + 3, day.plusDays(2), "tomorrow");
            }
        }
        if (word == Words.LAST_WORD && i + 1 < tokens.size() && tokens.lower(i + 1) == Words.NIGHT) {
            return Found.day(i, i + 2, day.minusDays(1), "last-night");
        }
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

    /** "will return in two weeks", "in two weeks' time", "two weeks from now". */
    private Found ahead(Tokens tokens, int i) {
        boolean in = tokens.lower(i) == Words.IN;
        int count = Words.count(tokens, in ? i + 1 : i);
        int at = in ? i + 2 : i + 1;
        Words.Unit unit = count == 0 ? null : Words.unit(tokens, at);
        if (unit == null) {
            return null;
        }
        int to = at + 1;
        boolean fromNow = is(tokens, to, Words.FROM) && is(tokens, to + 1, Words.NOW);
        int time = to < tokens.size() && tokens.kind(to) == Tokens.MARK ? to + 1 : to;
        boolean inTime = in && is(tokens, time, Words.TIME);
        // "the third attack in two weeks" looks back.
        if (!fromNow && !inTime && !(in && Tense.of(tokens, i, to) == Tense.FUTURE)) {
            return null;
        }
        int end = fromNow ? to + 2 : inTime ? time + 1 : to;
        return switch (unit) {
            case DAY -> Found.day(i, end, day.plusDays(count), "ahead");
            case WEEK -> Found.week(i, end, day.plusWeeks(count), "ahead");
            case MONTH -> Found.month(i, end, day.plusMonths(count), "ahead");
            case YEAR -> Found.year(i, end, day.plusYears(count).getYear(), "ahead");
            case QUARTER, DECADE -> null;
        };
    }

    private static boolean is(Tokens tokens, int i, long word) {
        return i < tokens.size() && tokens.lower(i) == word;
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
            // "will last two years" names no years.
            boolean noun = i == 0 || word != Words.LAST_WORD || Words.BEFORE_SPAN.contains(tokens.lower(i - 1));
            boolean span = unit != null && noun && (Words.PAST_SPAN.contains(word) || step > 0);
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

    private Found month(Tokens tokens, int i) {
        int month = Words.month(tokens, i);
        // A day that is printed but could not be resolved does not become a month.
        boolean alone = Words.dayOfMonth(tokens, i + 1) == 0;
        if (month == 0 || i == 0 || !alone || !Words.IN_MONTH.contains(tokens.lower(i - 1))) {
            return null;
        }
        long before = tokens.lower(i - 1);
        boolean ahead = Words.NEXT.contains(before) || Tense.of(tokens, i, i + 1) == Tense.FUTURE;
        LocalDate first = day.withDayOfMonth(1).withMonth(month);
        LocalDate here = day.withDayOfMonth(1);
        if (ahead && first.isBefore(here)) {
            first = first.plusYears(1);
        } else if (!ahead && first.isAfter(here)) {
            first = first.minusYears(1);
        }
        boolean last = Words.LAST.contains(before) && first.equals(here);
        Found other = months(tokens, i, first);
        return other != null ? other : Found.month(i, i + 1, last ? first.minusYears(1) : first, "month");
    }

    /** "from January to March", "between January and March", with or without a year behind. */
    private static Found months(Tokens tokens, int i, LocalDate first) {
        long before = tokens.lower(i - 1);
        boolean ranged = before == Words.FROM || before == Words.BETWEEN;
        if (!ranged || i + 2 >= tokens.size() || !Words.LINKS.contains(tokens.lower(i + 1))) {
            return null;
        }
        int month = Words.month(tokens, i + 2);
        if (month == 0 || Words.dayOfMonth(tokens, i + 3) > 0) {
            return null;
        }
        int year = Words.year(tokens, i + 3);
        LocalDate last = first.withMonth(month);
        last = last.isBefore(first) ? last.plusYears(1) : last;
        if (year > 0) {
            int shift = year - last.getYear();
            first = first.plusYears(shift);
            last = last.plusYears(shift);
        }
        return Found.range(
                i, year > 0 ? i + 4 : i + 3, first, last.plusMonths(1).minusDays(1), "months");
    }
}
