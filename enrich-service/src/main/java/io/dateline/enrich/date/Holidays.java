package io.dateline.enrich.date;

import io.dateline.enrich.text.LongTable;
import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.Tokens;
import java.time.LocalDate;
import java.time.MonthDay;

/** Holidays that fall on the same day every year: "Christmas Day", "New Year's Eve 2024". */
final class Holidays {
    private static final LongTable<MonthDay> PLAIN = new LongTable<>();

    static {
        PLAIN.put(name("christmas", "day"), MonthDay.of(12, 25));
        PLAIN.put(name("christmas", "eve"), MonthDay.of(12, 24));
        PLAIN.put(name("boxing", "day"), MonthDay.of(12, 26));
        PLAIN.put(name("valentine", "'s", "day"), MonthDay.of(2, 14));
        PLAIN.put(name("new", "year", "'s", "day"), MonthDay.of(1, 1));
        PLAIN.put(name("new", "year", "'s", "eve"), MonthDay.of(12, 31));
    }

    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;

    private final LocalDate day;

    /** @param day of the story, or null */
    Holidays(LocalDate day) {
        this.day = day;
    }

    private static long name(String... words) {
        long hash = TextHash.EMPTY;
        for (String word : words) {
            hash = TextHash.append(hash, TextHash.word(word));
        }
        return hash;
    }

    /** What starts at a token, or null. */
    Found at(Tokens tokens, int i) {
        if (!tokens.capitalised(i)) {
            return null;
        }
        long hash = TextHash.append(TextHash.EMPTY, tokens.lower(i));
        for (int length = SHORTEST; length <= LONGEST && i + length <= tokens.size(); length++) {
            hash = TextHash.append(hash, tokens.lower(i + length - 1));
            MonthDay holiday = PLAIN.get(hash);
            if (holiday != null) {
                return found(tokens, i, i + length, holiday);
            }
        }
        return null;
    }

    private Found found(Tokens tokens, int from, int to, MonthDay holiday) {
        int comma = to < tokens.size() && tokens.is(to, ',') ? to + 1 : to;
        int year = Words.year(tokens, comma);
        if (year > 0) {
            return Found.day(from, comma + 1, holiday.atYear(year), "holiday");
        }
        boolean recurring = from > 0 && Words.RECURRING.contains(tokens.lower(from - 1));
        if (day == null || recurring) {
            return null;
        }
        Tense tense = Tense.of(tokens, from, to);
        int nearest = Nearest.year(day, holiday.getMonthValue(), holiday.getDayOfMonth(), tense);
        return Found.day(from, to, holiday.atYear(nearest), "holiday");
    }
}
