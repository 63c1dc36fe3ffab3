package io.dateline.enrich.date;

import io.dateline.enrich.text.Tokens;
import java.time.LocalDate;

/**
 * Dates in numbers with a year of four digits: "2025-09-23", "2025/09/23", "23.09.2025", "23/09/2025", "09/23/2025". A
 * dot or a language other than English puts the day first; with strokes in English, one that could be read both ways is
 * left out.
 */
final class NumberDates {
    private NumberDates() {}

    /**
     * What starts at a token, or null.
     *
     * @param dayFirst whether the language always puts the day before the month
     */
    static Found at(Tokens tokens, int i, boolean dayFirst) {
        if (tokens.kind(i) != Tokens.NUMBER || isPart(tokens, i)) {
            return null;
        }
        int length = tokens.length(i);
        if (length >= 8 && length <= 10) {
            return joined(tokens, i);
        }
        boolean strokes = i + 4 < tokens.size()
                && tokens.is(i + 1, '/')
                && tokens.is(i + 3, '/')
                && tokens.end(i + 4) - tokens.start(i) <= 10
                && !(i + 5 < tokens.size() && tokens.is(i + 5, '/') && tokens.start(i + 5) == tokens.end(i + 4));
        if (!strokes) {
            return null;
        }
        int year = Words.year(tokens, i);
        if (year > 0) {
            LocalDate date = DateWords.dayOf(year, small(tokens, i + 2), small(tokens, i + 4));
            return Found.day(i, i + 5, date, "numbers");
        }
        return Found.day(
                i,
                i + 5,
                either(Words.year(tokens, i + 4), small(tokens, i), small(tokens, i + 2), dayFirst),
                "numbers");
    }

    /** Behind another number and a stroke, as in an address of the web or a score. */
    private static boolean isPart(Tokens tokens, int i) {
        return i > 0 && tokens.is(i - 1, '/') && tokens.end(i - 1) == tokens.start(i);
    }

    /** Null where it is no date, or could be two. */
    private static LocalDate either(int year, int first, int second, boolean dayFirst) {
        if (year == 0 || first == 0 || second == 0) {
            return null;
        }
        if (dayFirst || first > 12 || first == second) {
            return DateWords.dayOf(year, second, first);
        }
        return second > 12 ? DateWords.dayOf(year, first, second) : null;
    }

    /** "2025-09-23" and "23.09.2025" are one token each. */
    private static Found joined(Tokens tokens, int i) {
        String[] parts = tokens.surface(i).split("[-.]", 4);
        boolean same = tokens.surface(i).indexOf('.') < 0 || tokens.surface(i).indexOf('-') < 0;
        if (parts.length != 3 || !same) {
            return null;
        }
        boolean yearFirst = parts[0].length() == 4;
        String year = yearFirst ? parts[0] : parts[2];
        if (year.length() != 4 || !yearFirst && tokens.surface(i).indexOf('-') >= 0) {
            return null;
        }
        int first = digits(yearFirst ? parts[1] : parts[0]);
        int second = digits(yearFirst ? parts[2] : parts[1]);
        LocalDate date =
                yearFirst ? DateWords.dayOf(digits(year), first, second) : DateWords.dayOf(digits(year), second, first);
        return Found.day(i, i + 1, date, yearFirst ? "iso" : "numbers");
    }

    private static int small(Tokens tokens, int i) {
        return tokens.length(i) <= 2 ? digits(tokens.surface(i)) : 0;
    }

    /** 0 where anything is no ASCII digit; at most four of them. */
    private static int digits(String text) {
        int number = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < '0' || c > '9' || at > 3) {
                return 0;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }
}
