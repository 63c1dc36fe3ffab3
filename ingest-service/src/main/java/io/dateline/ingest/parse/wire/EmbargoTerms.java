package io.dateline.ingest.parse.wire;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When an embargo ends. Of several times and dates the latest counts, unless they tell one moment in several zones. A
 * time without a zone counts where the day ends last on earth; without a date it is the first such time after the copy
 * was sent, on the weekday that is named, wherever on earth that is latest. Words that are left and may say more make it
 * unreadable.
 */
final class EmbargoTerms {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    /** Zones that are not known are none. */
    private static final Pattern SOME_ZONE = Pattern.compile("(?!NEXT|LAST|FIRST|SEPT|OCT)[A-Z]{1,3}[SD]?T");
    /** What says nothing of the day or the hour. */
    private static final Set<String> PLAIN = Set.of(
            "AT",
            "ON",
            "IN",
            "OF",
            "THE",
            "THIS",
            "TODAY",
            "LOCAL",
            "TIME",
            "HOURS",
            "HRS",
            "HR",
            "H",
            "STANDARD",
            "DAYLIGHT",
            "SUMMER",
            "WINTER",
            "EASTERN",
            "CENTRAL",
            "MOUNTAIN",
            "PACIFIC",
            "EUROPEAN",
            "LONDON",
            "NEW",
            "YORK",
            "WASHINGTON",
            "PARIS",
            "BERLIN",
            "BRUSSELS",
            "GENEVA",
            "ROME",
            "MOSCOW",
            "TOKYO",
            "UK",
            "US",
            "FOR",
            "USE",
            "RELEASE",
            "PUBLICATION",
            "UNTIL");
    /** They tell which of two hours is meant. */
    private static final Set<String> LATE = Set.of("AFTERNOON", "EVENING", "NIGHT", "TONIGHT");
    /** Offsets that clocks on earth have, in hours. */
    private static final List<ZoneId> EVERYWHERE =
            IntStream.rangeClosed(-12, 14).<ZoneId>mapToObj(ZoneOffset::ofHours).toList();

    private final Instant sent;
    private final List<LocalDate> dates;
    private final List<EmbargoClock> clocks;
    private final List<DayOfWeek> weekdays = new ArrayList<>();

    /**
     * @param line in capitals
     * @throws DateTimeException it cannot be read
     */
    EmbargoTerms(String line, Instant sent) {
        this.sent = sent;
        StringBuilder rest = new StringBuilder(line);
        // The dates go first: what is left of them would pass for a time.
        this.dates = EmbargoDay.cut(rest, sent);
        this.clocks = EmbargoClock.cut(rest);
        boolean whole = !dates.isEmpty() && !clocks.isEmpty();
        for (Matcher word = WORD.matcher(rest); word.find(); ) {
            understand(word.group(), whole);
        }
    }

    private void understand(String word, boolean whole) {
        DayOfWeek weekday = weekday(word);
        if (weekday != null) {
            weekdays.add(weekday);
            return;
        }
        boolean late = LATE.contains(word);
        boolean digits = word.chars().anyMatch(Character::isDigit);
        boolean says = late
                ? clocks.isEmpty() || clocks.stream().anyMatch(EmbargoClock::half)
                : digits || !whole && !PLAIN.contains(word) && !zone(word);
        if (says) {
            throw new DateTimeException("words that say more");
        }
    }

    boolean nameOnlyADay() {
        return clocks.isEmpty() && !(dates.isEmpty() && weekdays.isEmpty());
    }

    /** @throws DateTimeException it names neither a day nor a time */
    Instant end() {
        if (dates.isEmpty() && clocks.isEmpty()) {
            throw new DateTimeException("neither day nor time");
        }
        if (clocks.isEmpty()) {
            return EmbargoClock.BEGINNING.on(Collections.max(dates));
        }
        List<Instant> all = dates.isEmpty()
                ? clocks.stream().map(this::first).toList()
                : dates.stream()
                        .flatMap(date -> clocks.stream().map(clock -> clock.on(date)))
                        .toList();
        return oneMoment(all.get(0)) ? all.get(0) : Collections.max(all);
    }

    /** Whether all the clocks tell this moment, the others on a day before or after where that is what they show. */
    private boolean oneMoment(Instant moment) {
        boolean told = clocks.stream().allMatch(clock -> {
            LocalDate day = moment.atZone(clock.zone()).toLocalDate();
            return !clock.zone().equals(EmbargoClock.LAST_ON_EARTH)
                    && Stream.of(day.minusDays(1), day, day.plusDays(1))
                            .anyMatch(one -> clock.on(one).equals(moment) && (dates.size() < 2 || dates.contains(one)));
        });
        return told && (dates.size() < 2 || clocks.size() == dates.size());
    }

    private Instant first(EmbargoClock clock) {
        boolean anywhere = clock.zone().equals(EmbargoClock.LAST_ON_EARTH);
        List<EmbargoClock> everywhere =
                anywhere ? EVERYWHERE.stream().map(clock::in).toList() : List.of(clock);
        List<Instant> ends = new ArrayList<>();
        if (weekdays.isEmpty()) {
            for (EmbargoClock one : everywhere) {
                Instant today = one.on(today(one));
                ends.add(today.isAfter(sent) ? today : one.on(today(one).plusDays(1)));
            }
        }
        for (DayOfWeek weekday : weekdays) {
            List<Instant> coming = everywhere.stream()
                    .map(one -> one.on(today(one).with(TemporalAdjusters.nextOrSame(weekday))))
                    .filter(end -> end.isAfter(sent))
                    .toList();
            ends.addAll(
                    coming.isEmpty()
                            ? everywhere.stream()
                                    .map(one -> one.on(today(one).with(TemporalAdjusters.next(weekday))))
                                    .toList()
                            : coming);
        }
        return Collections.max(ends);
    }

    private LocalDate today(EmbargoClock clock) {
        return sent.atZone(clock.zone()).toLocalDate();
    }

    static boolean zone(String word) {
        return EmbargoClock.zone(word) || SOME_ZONE.matcher(word).matches();
    }

    /** In full, or its beginning of three letters or more; null where it is none. */
    private static DayOfWeek weekday(String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (word.length() >= 3
                    && (day.name().startsWith(word) || word.equals("WEDS") && day == DayOfWeek.WEDNESDAY)) {
                return day;
            }
        }
        return null;
    }
}
