package io.dateline.store.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a feed's polls came to, as ingest answers it.
 *
 * @param polls newest first; never null
 * @param days  newest first, those with items only; never null
 */
record IngestHistory(List<Poll> polls, List<Day> days) {
    private static final Set<String> WELL = Set.of("fetched", "not-modified", "same-body");

    IngestHistory {
        polls = polls == null ? List.of() : List.copyOf(polls);
        days = days == null ? List.of() : List.copyOf(days);
    }

    /**
     * @param outcome {@code fetched}, {@code not-modified}, {@code same-body}, or why it failed
     * @param status  of the answer, null where there was none
     */
    record Poll(Instant at, String outcome, Integer status, int items, int fresh, int bytes, int durationMs) {
        boolean well() {
            return WELL.contains(outcome);
        }
    }

    /** @param items by what became of them; a rejection as {@code rejected:reason} */
    record Day(LocalDate day, Map<String, Long> items) {
        Day {
            items = items == null ? Map.of() : Map.copyOf(items);
        }
    }

    /** The newest poll that got the feed, among those told. */
    Optional<Instant> lastWell() {
        return polls.stream().filter(Poll::well).map(Poll::at).findFirst();
    }
}
