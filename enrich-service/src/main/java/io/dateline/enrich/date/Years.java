package io.dateline.enrich.date;

import io.dateline.enrich.text.Tokens;
import io.dateline.enrich.text.WordSet;
import java.time.LocalDate;

/**
 * Years, decades and quarters: "in 2024", "between 2019 and 2021", "2019-2021", "the 1990s", "third quarter of 2025",
 * "Q3 2025". A number of four digits alone is no year.
 */
final class Years {
    private Years() {}

    /** What starts at a token, or null. */
    static Found at(Tokens tokens, int i) {
        Found quarter = quarter(tokens, i);
        if (quarter != null || tokens.kind(i) != Tokens.NUMBER) {
            return quarter;
        }
        Found decade = decade(tokens, i);
        if (decade != null) {
            return decade;
        }
        int year = Words.year(tokens, i);
        if (year == 0) {
            return span(tokens, i);
        }
        if (is(tokens, i + 1, Words.CLOCK)) {
            return null;
        }
        int to = i + 2 < tokens.size() && Words.LINKS.contains(tokens.lower(i + 1)) ? Words.year(tokens, i + 2) : 0;
        long before = i > 0 ? tokens.lower(i - 1) : 0;
        boolean ranged = before == Words.BETWEEN
                || before == Words.FROM
                || i + 1 < tokens.size() && tokens.kind(i + 1) == Tokens.MARK;
        if (to > year && ranged) {
            boolean other = is(tokens, i + 3, Words.CLOCK) || is(tokens, i + 3, Words.COUNTED);
            return other ? null : Found.range(i, i + 3, LocalDate.of(year, 1, 1), LocalDate.of(to, 12, 31), "years");
        }
        return isYear(tokens, i, before) ? Found.year(i, i + 1, year, "year") : null;
    }

    private static boolean is(Tokens tokens, int i, WordSet words) {
        return i < tokens.size() && words.contains(tokens.lower(i));
    }

    private static boolean isYear(Tokens tokens, int i, long before) {
        boolean last = i + 1 == tokens.size();
        long next = last ? 0 : tokens.lower(i + 1);
        boolean closes = last || tokens.kind(i + 1) == Tokens.MARK && !tokens.is(i + 1, '%');
        if (i > 0 && tokens.is(i - 1, '(')) {
            return !last && tokens.is(i + 1, ')');
        }
        if (closes && isNoted(tokens, i, last)) {
            return true;
        }
        // "in 2007 and 2008"
        boolean joined = i > 2 && Words.JOINING.contains(before) && Words.year(tokens, i - 2) > 0;
        if (joined && (closes || Words.AFTER_YEAR.contains(next))) {
            return Words.BEFORE_YEAR.contains(tokens.lower(i - 3));
        }
        if (Words.OWNERS.contains(before)) {
            return !last && tokens.isWord(i + 1) && !Words.COUNTED.contains(next) && !Words.AFTER_YEAR.contains(next);
        }
        if (Words.FIRM_BEFORE_YEAR.contains(before)) {
            return closes || !Words.COUNTED.contains(next);
        }
        if (before == Words.THE) {
            return !last && tokens.isWord(i + 1) && !Words.COUNTED.contains(next);
        }
        return Words.BEFORE_YEAR.contains(before)
                && (closes || tokens.capitalised(i + 1) || Words.AFTER_YEAR.contains(next));
    }

    /** "(Three Sinners, 1950)", "from file, 2008.", "born 1928;". */
    private static boolean isNoted(Tokens tokens, int i, boolean last) {
        if (i < 2) {
            return false;
        }
        boolean plausible =
                tokens.first(i) == '1' && tokens.text().charAt(tokens.start(i) + 1) >= '5' || tokens.first(i) == '2';
        boolean behindComma = tokens.is(i - 1, ',') && tokens.isWord(i - 2);
        boolean ends = last || tokens.is(i + 1, ')') || tokens.is(i + 1, '.') || tokens.is(i + 1, ';');
        return plausible && (behindComma && ends || Words.OF_A_LIFE.contains(tokens.lower(i - 1)));
    }

    /** "2019-2021" in one token. */
    private static Found span(Tokens tokens, int i) {
        if (tokens.length(i) != 9 || tokens.text().charAt(tokens.start(i) + 4) != '-') {
            return null;
        }
        String both = tokens.surface(i);
        for (int at = 0; at < both.length(); at++) {
            if (at != 4 && (both.charAt(at) < '0' || both.charAt(at) > '9')) {
                return null;
            }
        }
        int first = Integer.parseInt(both.substring(0, 4));
        int last = Integer.parseInt(both.substring(5));
        boolean plausible = first >= 1500 && last < 2200 && last - first <= 200;
        return plausible && last > first
                ? Found.range(i, i + 1, LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31), "years")
                : null;
    }

    private static Found decade(Tokens tokens, int i) {
        if (tokens.length(i) != 5 || tokens.text().charAt(tokens.end(i) - 1) != 's') {
            return null;
        }
        int year = 0;
        for (int at = tokens.start(i); at < tokens.end(i) - 1; at++) {
            char c = tokens.text().charAt(at);
            if (c < '0' || c > '9') {
                return null;
            }
            year = year * 10 + c - '0';
        }
        boolean decade = year >= 1500 && year < 2200 && year % 10 == 0;
        return decade
                ? Found.range(i, i + 1, LocalDate.of(year, 1, 1), LocalDate.of(year + 9, 12, 31), "decade")
                : null;
    }

    private static Found quarter(Tokens tokens, int i) {
        int quarter = 0;
        int at = i + 1;
        if (tokens.length(i) == 2 && tokens.first(i) == 'Q') {
            quarter = tokens.text().charAt(tokens.start(i) + 1) - '0';
        } else if (Words.unit(tokens, at) == Words.Unit.QUARTER) {
            quarter = Words.ordinal(tokens, i);
            at++;
        }
        if (quarter < 1 || quarter > 4) {
            return null;
        }
        if (at < tokens.size() && tokens.lower(at) == Words.OF) {
            at++;
        }
        int year = Words.year(tokens, at);
        return year == 0 ? null : Found.quarter(i, at + 1, year, quarter, "quarter");
    }
}
