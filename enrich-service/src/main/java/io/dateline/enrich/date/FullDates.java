package io.dateline.enrich.date;

import io.dateline.contracts.enriched.DateMention.Precision;
import io.dateline.enrich.text.Tokens;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days and months by name: "September 23", "Sept. 22-25, 2025", "3 to 5 May", "23rd of September 2025", "May 2024",
 * "2025-09-23". A year that is not printed is that of the next such day where its verb speaks of the future, else the one
 * that puts the day within six months before and one after the story; without a day of publication it is left out.
 */
final class FullDates {
    private static final Pattern DAYS = Pattern.compile("(\\d{1,2})-(\\d{1,2})");

    private final LocalDate reference;

    /** @param reference day of the story, or null */
    FullDates(LocalDate reference) {
        this.reference = reference;
    }

    /** The date that starts at a token, or null. */
    Found at(Tokens tokens, int i) {
        if (tokens.kind(i) == Tokens.NUMBER) {
            Found numbers = NumberDates.at(tokens, i, false);
            return numbers != null ? numbers : dayFirst(tokens, i);
        }
        int month = Words.month(tokens, i);
        return month == 0 ? weekOf(tokens, i) : monthFirst(tokens, i, month);
    }

    /** "week of Sept. 15", or null. */
    private Found weekOf(Tokens tokens, int i) {
        if (i + 2 >= tokens.size() || tokens.lower(i) != Words.WEEK || tokens.lower(i + 1) != Words.OF) {
            return null;
        }
        int month = Words.month(tokens, i + 2);
        Found day = month > 0 ? monthFirst(tokens, i + 2, month) : dayFirst(tokens, i + 2);
        boolean one = day != null && day.precision() == Precision.DAY;
        return one ? Found.week(i, day.to(), day.first(), "week-of") : null;
    }

    private Found monthFirst(Tokens tokens, int i, int month) {
        int[] days = days(tokens, i + 1);
        if (days == null) {
            return monthAndYear(tokens, i, month);
        }
        int next = days[2];
        // "September 30 to October 2"
        if (days[1] == 0 && isLink(tokens, next)) {
            int otherMonth = Words.month(tokens, next + 1);
            int otherDay = otherMonth == 0 ? 0 : Words.dayOfMonth(tokens, next + 2);
            if (otherDay > 0) {
                int[] year = year(tokens, next + 3);
                LocalDate last = date(year[0], otherMonth, otherDay);
                last = last == null ? later(date(0, month, days[0]), otherMonth, otherDay) : last;
                LocalDate first = last == null ? null : DateWords.dayOf(last.getYear(), month, days[0]);
                first = first != null && first.isAfter(last) ? first.minusYears(1) : first;
                return Found.range(i, year[1], first, last, "month-day-range");
            }
        }
        int[] year = year(tokens, next);
        return found(tokens, i, year, month, days, "month-day");
    }

    /** The first such day after another, or null. */
    private static LocalDate later(LocalDate first, int month, int day) {
        LocalDate same = first == null ? null : DateWords.dayOf(first.getYear(), month, day);
        return same != null && same.isBefore(first) ? DateWords.dayOf(first.getYear() + 1, month, day) : same;
    }

    private Found dayFirst(Tokens tokens, int i) {
        int[] days = days(tokens, i);
        if (days == null) {
            return null;
        }
        int next = days[2];
        if (next < tokens.size() && tokens.lower(next) == Words.OF) {
            next++;
        }
        int month = Words.month(tokens, next);
        if (month == 0) {
            return null;
        }
        int[] year = year(tokens, next + 1);
        return found(tokens, i, year, month, days, "day-month");
    }

    private Found monthAndYear(Tokens tokens, int i, int month) {
        int at = i + 1;
        if (at < tokens.size() && (tokens.is(at, ',') || tokens.lower(at) == Words.OF)) {
            at++;
        }
        int year = Words.year(tokens, at);
        return year == 0 ? null : Found.month(i, at + 1, LocalDate.of(year, month, 1), "month-year");
    }

    private Found found(Tokens tokens, int from, int[] year, int month, int[] days, String rule) {
        int to = year[1];
        boolean ahead = year[0] == 0 && reference != null && Tense.of(tokens, from, to) == Tense.FUTURE;
        LocalDate first = ahead ? Nearest.next(reference, month, days[0]) : date(year[0], month, days[0]);
        if (first == null || days[1] == 0) {
            return Found.day(from, to, first, rule);
        }
        return Found.range(from, to, first, DateWords.dayOf(first.getYear(), month, days[1]), rule + "-range");
    }

    private LocalDate date(int year, int month, int day) {
        if (year > 0) {
            return DateWords.dayOf(year, month, day);
        }
        return reference == null ? null : DateWords.date(null, month, day, reference);
    }

    /** First day, last day or 0, and the token behind them; null where there is no day. */
    private static int[] days(Tokens tokens, int i) {
        if (i >= tokens.size() || tokens.kind(i) != Tokens.NUMBER) {
            return null;
        }
        if (tokens.length(i) > 2 && tokens.length(i) < 6) {
            Matcher both = DAYS.matcher(tokens.surface(i));
            if (both.matches()) {
                int first = Integer.parseInt(both.group(1));
                int last = Integer.parseInt(both.group(2));
                return first >= 1 && last <= 31 && first < last ? new int[] {first, last, i + 1} : null;
            }
        }
        int first = Words.dayOfMonth(tokens, i);
        if (first == 0) {
            return null;
        }
        int last = isLink(tokens, i + 1) ? Words.dayOfMonth(tokens, i + 2) : 0;
        return last > first ? new int[] {first, last, i + 3} : new int[] {first, 0, i + 1};
    }

    private static boolean isLink(Tokens tokens, int i) {
        return i < tokens.size() && Words.LINKS.contains(tokens.lower(i));
    }

    /** The year and the token behind it; 0 and {@code i} where none is printed. */
    private static int[] year(Tokens tokens, int i) {
        int at = i < tokens.size() && tokens.is(i, ',') ? i + 1 : i;
        int year = Words.year(tokens, at);
        return year > 0 ? new int[] {year, at + 1} : new int[] {0, i};
    }

    /** For languages other than English: day, month and year in full, "23 de septiembre de 2025". */
    static Found written(Tokens tokens, int i) {
        Found numbers = NumberDates.at(tokens, i, true);
        int day = numbers == null ? Words.dayOfMonth(tokens, i) : 0;
        if (day == 0) {
            return numbers;
        }
        int at = skip(tokens, i + 1);
        int month = at < tokens.size() && tokens.isWord(at) ? DateWords.month(tokens.surface(at)) : 0;
        if (month == 0) {
            return null;
        }
        int yearAt = skip(tokens, at + 1);
        int year = Words.year(tokens, yearAt);
        LocalDate date = year == 0 ? null : DateWords.dayOf(year, month, day);
        return date == null ? null : new Found(i, yearAt + 1, date, date, Precision.DAY, "written");
    }

    /** Past "de" and the dot of an ordinal. */
    private static int skip(Tokens tokens, int i) {
        boolean small =
                i < tokens.size() && (tokens.is(i, '.') || tokens.surface(i).equals("de"));
        return small ? i + 1 : i;
    }
}
