package io.dateline.ingest.parse.wire;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * When an embargo ends. Of several times and days the latest counts, unless the first time on the first day, the second on
 * the second and so on are one moment in several zones. A time without a zone counts where the day ends last on earth;
 * without a date it is the first such time after the copy was sent, on the weekday that is named, wherever on earth that
 * is latest. Words that are left and may say more make it unreadable.
 */
final class EmbargoTerms {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    /** Offsets that clocks on earth have, in quarters of an hour. */
    private static final List<ZoneId> EVERYWHERE = IntStream.rangeClosed(-12 * 4, 14 * 4)
            .<ZoneId>mapToObj(quarters -> ZoneOffset.ofTotalSeconds(quarters * 15 * 60))
            .toList();
    /** Between the first and the last place on earth to reach one time of one day lie 26 hours. */
    private static final Duration ONE_DAY_ON_EARTH = Duration.ofHours(36);

    private static final int NOON = 12;
    /** Longer lines are not read, and so refused. */
    static final int LONGEST = 400;

    private final Instant sent;
    private final List<LocalDate> dates;
    private final List<EmbargoClock> clocks;
    private final List<DayOfWeek> weekdays = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    private EmbargoTerms(String line, Instant sent) {
        this.sent = sent;
        StringBuilder rest = new StringBuilder(line.toUpperCase(Locale.ROOT));
        // The dates go first: what is left of them would pass for a time.
        this.dates = EmbargoDay.cut(rest, sent);
        this.clocks = EmbargoClock.cut(rest);
        for (Matcher word = WORD.matcher(rest); word.find(); ) {
            DayOfWeek weekday = EmbargoWords.weekday(word.group());
            if (weekday == null) {
                words.add(word.group());
            } else {
                weekdays.add(weekday);
            }
        }
    }

    /** @throws DateTimeException it names what is no day or no time, or may be one of two */
    static EmbargoTerms of(String line, Instant sent) {
        refuse(line.length() > LONGEST, "too long");
        return new EmbargoTerms(line, sent);
    }

    /** Whether it is a day, a time or both, and nothing else. */
    boolean alone() {
        return !(dates.isEmpty() && weekdays.isEmpty() && clocks.isEmpty())
                && words.stream().allMatch(word -> EmbargoWords.plain(word) || EmbargoWords.late(word));
    }

    boolean lackDate() {
        return dates.isEmpty();
    }

    boolean lackTime() {
        return clocks.isEmpty();
    }

    /** Whether it names a weekday on which none of its dates is. */
    boolean onAnotherWeekday() {
        return !dates.isEmpty() && !weekdays.stream().allMatch(this::dated);
    }

    /** @throws DateTimeException it names neither a date nor a time, or may say more */
    Instant end() {
        refuse(dates.isEmpty() && clocks.isEmpty(), "neither day nor time");
        words.forEach(this::understand);
        refuse(onAnotherWeekday(), "another weekday");
        refuse(dates.isEmpty() && clocks.stream().anyMatch(EmbargoClock::likeDate), "a time or a date");
        if (clocks.isEmpty()) {
            return EmbargoClock.BEGINNING.on(Collections.max(dates));
        }
        List<Function<EmbargoClock, Instant>> days = days();
        List<Instant> all =
                days.stream().flatMap(day -> clocks.stream().map(day)).toList();
        boolean oneMoment = days.size() == clocks.size()
                && IntStream.range(0, days.size())
                        .allMatch(at -> days.get(at).apply(clocks.get(at)).equals(all.get(0)));
        return oneMoment ? all.get(0) : Collections.max(all);
    }

    private void understand(String word) {
        boolean whole = !dates.isEmpty() && !clocks.isEmpty();
        if (EmbargoWords.late(word)) {
            refuse(clocks.isEmpty() || clocks.stream().anyMatch(this::mayBeEarly), "one of two hours");
        } else {
            refuse(whole ? EmbargoWords.changes(word) : !EmbargoWords.plain(word), "words that say more");
            refuse(dates.size() == 1 && EmbargoWords.issued(word), "the day it was made");
            refuse(EmbargoWords.otherZone(word) && !clocks.stream().allMatch(EmbargoClock::anywhere), "two zones");
        }
    }

    /** In the evening of a day: at 6 it is 18:00, and at 00:01 it is the next day. */
    private boolean mayBeEarly(EmbargoClock clock) {
        boolean coming = dates.isEmpty() && weekdays.isEmpty();
        return clock.time() != null
                && clock.time().getHour() <= NOON
                && !(coming && clock.time().getHour() == 0);
    }

    private boolean dated(DayOfWeek weekday) {
        return dates.stream().anyMatch(date -> date.getDayOfWeek() == weekday);
    }

    /** When it is a time on the days that are named. */
    private List<Function<EmbargoClock, Instant>> days() {
        if (!dates.isEmpty()) {
            return dates.stream()
                    .<Function<EmbargoClock, Instant>>map(date -> clock -> clock.on(date))
                    .toList();
        }
        return weekdays.isEmpty()
                ? List.of(clock -> first(clock, null))
                : weekdays.stream()
                        .<Function<EmbargoClock, Instant>>map(weekday -> clock -> first(clock, weekday))
                        .toList();
    }

    /** @param weekday or null for any */
    private Instant first(EmbargoClock clock, DayOfWeek weekday) {
        List<Instant> ends = (clock.anywhere() ? EVERYWHERE : List.of(clock.zone()))
                .stream().map(zone -> firstThere(clock.in(zone), weekday)).toList();
        Instant last = Collections.max(ends);
        // Where the time has gone by in some zones only, it may be that of today or of a week from now.
        refuse(
                Duration.between(Collections.min(ends), last).compareTo(ONE_DAY_ON_EARTH) > 0,
                "this weekday or that of next week");
        return last;
    }

    private Instant firstThere(EmbargoClock clock, DayOfWeek weekday) {
        LocalDate today = sent.atZone(clock.zone()).toLocalDate();
        LocalDate day = weekday == null ? today : today.with(TemporalAdjusters.nextOrSame(weekday));
        Instant end = clock.on(day);
        return end.isAfter(sent) ? end : clock.on(weekday == null ? day.plusDays(1) : day.plusWeeks(1));
    }

    private static void refuse(boolean refused, String why) {
        if (refused) {
            throw new DateTimeException(why);
        }
    }
}
