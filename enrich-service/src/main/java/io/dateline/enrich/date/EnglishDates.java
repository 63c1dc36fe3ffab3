package io.dateline.enrich.date;

import io.dateline.enrich.text.Tokens;
import java.time.LocalDate;

/** All forms of dates in English, the fuller ones first. */
final class EnglishDates {
    private final FullDates full;
    private final Seasons seasons;
    private final Holidays holidays;
    private final RelativeDates relative;

    /** @param day of the story, or null: then only dates with their year are read */
    EnglishDates(LocalDate day) {
        full = new FullDates(day);
        seasons = new Seasons(day);
        holidays = new Holidays(day);
        relative = day == null ? null : new RelativeDates(day);
    }

    /** What starts at a token, or null. */
    Found at(Tokens tokens, int i) {
        Found found = full.at(tokens, i);
        found = found != null ? found : Years.at(tokens, i);
        found = found != null ? found : seasons.at(tokens, i);
        found = found != null ? found : holidays.at(tokens, i);
        if (found != null || relative == null) {
            return found;
        }
        // "Tuesday, September 23": the fuller name of the same day comes next.
        boolean saidAgain = Words.weekday(tokens, i) > 0
                && i + 2 < tokens.size()
                && full.at(tokens, tokens.is(i + 1, ',') ? i + 2 : i + 1) != null;
        return saidAgain ? null : relative.at(tokens, i);
    }
}
