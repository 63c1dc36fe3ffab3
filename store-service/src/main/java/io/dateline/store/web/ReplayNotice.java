package io.dateline.store.web;

import io.dateline.store.deadletter.ReplayOutcome;
import io.dateline.store.deadletter.ReplayReport;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What putting letters back came to, carried in the address a form leads to: numbers alone, so that no link can make a page
 * say anything else.
 *
 * @param sentences never empty
 * @param bad       whether some were not put back that should have been
 * @param next      cursor for the rest of the group, or null
 */
public record ReplayNotice(List<String> sentences, boolean bad, String next) {
    private static final Map<ReplayOutcome, String> WORDS = Map.of(
            ReplayOutcome.REPLAYED, "put back.",
            ReplayOutcome.BEFORE, "had been put back before and were left alone.",
            ReplayOutcome.TOO_OFTEN, "had been put back too often.",
            ReplayOutcome.GONE, "are no longer there.",
            ReplayOutcome.FAILED, "were not taken by Kafka.");

    /** As parameters of an address. */
    static String of(ReplayReport report) {
        String counts = report.items().stream()
                .collect(Collectors.groupingBy(ReplayReport.Item::outcome, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey().code() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        return Stream.of(
                        counts.isEmpty() ? "nothing=left" : counts,
                        report.next() == null ? "" : "next=" + DeadPaths.encoded(report.next()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
    }

    /** Null where the address says nothing of it. */
    static ReplayNotice of(MultivaluedMap<String, String> parameters) {
        List<String> sentences = new ArrayList<>();
        boolean bad = false;
        for (ReplayOutcome outcome : ReplayOutcome.values()) {
            String count = parameters.getFirst(outcome.code());
            if (count != null && count.matches("\\d{1,6}") && WORDS.containsKey(outcome)) {
                sentences.add(Figures.number(Long.parseLong(count)) + " " + WORDS.get(outcome));
                bad |= outcome != ReplayOutcome.REPLAYED && outcome != ReplayOutcome.BEFORE;
            }
        }
        String nothing = parameters.getFirst("nothing");
        if ("marked".equals(nothing)) {
            sentences.add("Mark some letters first.");
        } else if ("left".equals(nothing)) {
            sentences.add("There was none to put back.");
        }
        String next = parameters.getFirst("next");
        boolean more = next != null && next.matches("[\\d-]{1,500}");
        return sentences.isEmpty() ? null : new ReplayNotice(sentences, bad, more ? next : null);
    }
}
