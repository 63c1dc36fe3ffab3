package io.dateline.enrich.date;

import io.dateline.enrich.text.Tokens;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * "Tuesday", "last Tuesday", "this Tuesday", "from Monday to Wednesday". A weekday by itself is the next one where its
 * verb speaks of the future, else the last one; the day itself counts.
 */
final class Weekdays {
    private final LocalDate day;

    /** @param day of the story; never null */
    Weekdays(LocalDate day) {
        this.day = day;
    }

    /** What starts at a token, or null. */
    Found at(Tokens tokens, int i) {
        int direct = Words.weekday(tokens, i);
        int step = 0;
        boolean here = false;
        int at = i;
        if (direct == 0 && i + 1 < tokens.size() && Words.weekday(tokens, i + 1) > 0) {
            long word = tokens.lower(i);
            step = Words.LAST.contains(word) ? -1 : Words.NEXT.contains(word) ? 1 : 0;
            here = Words.THIS.contains(word);
            direct = step == 0 && !here ? 0 : Words.weekday(tokens, i + 1);
            at = i + 1;
        }
        if (direct == 0 || at == i && isName(tokens, i) || i > 0 && Words.RECURRING.contains(tokens.lower(i - 1))) {
            return null;
        }
        LocalDate date = resolve(tokens, i, at + 1, DayOfWeek.of(direct), step, here);
        // "from Monday to Wednesday"
        int other = step == 0 && isLinked(tokens, i, at + 1) ? Words.weekday(tokens, at + 2) : 0;
        if (other > 0 && other != direct) {
            LocalDate last = date.with(TemporalAdjusters.next(DayOfWeek.of(other)));
            return Found.range(i, at + 3, date, last, "weekday-range");
        }
        return Found.day(i, at + 1, date, "weekday");
    }

    private LocalDate resolve(Tokens tokens, int i, int to, DayOfWeek weekday, int step, boolean here) {
        if (step < 0) {
            return day.with(TemporalAdjusters.previous(weekday));
        }
        if (step > 0) {
            return day.with(TemporalAdjusters.next(weekday));
        }
        Tense tense = Tense.of(tokens, i, to);
        if (here && tense == Tense.UNKNOWN) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .with(TemporalAdjusters.nextOrSame(weekday));
        }
        return day.with(
                tense == Tense.FUTURE
                        ? TemporalAdjusters.nextOrSame(weekday)
                        : TemporalAdjusters.previousOrSame(weekday));
    }

    /** Sheffield Wednesday, Good Friday, the Sunday Times: joined to one capital, and no "on" says it is a day. */
    private static boolean isName(Tokens tokens, int i) {
        boolean opens = tokens.startsSentence(i);
        if (!opens && Words.BEFORE_WEEKDAY.contains(tokens.lower(i - 1))) {
            return false;
        }
        // Behind a longer name, as in "met Vladimir Putin Monday", it is the day.
        boolean before = isJoined(tokens, i, i - 1)
                && !isJoined(tokens, i, i - 2)
                && !(i > 1 && tokens.lower(i - 2) == Words.POSSESSIVE);
        boolean after = !tokens.endsSentence(i)
                && tokens.capitalised(i + 1)
                && Words.month(tokens, i + 1) == 0
                && (opens || before || tokens.lower(i - 1) == Words.THE);
        return before || after;
    }

    /** Whether an earlier word of the sentence may belong to a name. */
    private static boolean isJoined(Tokens tokens, int i, int earlier) {
        return earlier >= 0
                && tokens.sentence(earlier) == tokens.sentence(i)
                && tokens.capitalised(earlier)
                && tokens.lower(earlier) != Words.THE
                && !Words.BEFORE_WEEKDAY.contains(tokens.lower(earlier));
    }

    /** "to", "through", or with "between" before it "and". */
    private static boolean isLinked(Tokens tokens, int i, int link) {
        if (link + 1 >= tokens.size()) {
            return false;
        }
        long word = tokens.lower(link);
        boolean between = i > 0 && tokens.lower(i - 1) == Words.BETWEEN;
        return word == Words.AND ? between : Words.LINKS.contains(word);
    }
}
