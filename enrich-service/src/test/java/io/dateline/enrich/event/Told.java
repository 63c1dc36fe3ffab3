package io.dateline.enrich.event;

import io.dateline.contracts.enriched.Event;
import io.dateline.enrich.Samples;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Events of one told sentence, and short forms to hold them against. */
final class Told {
    private Told() {}

    static List<Event> events(String body) {
        return Samples.PIPELINE
                .enrich(Samples.article("-", body)
                        .language("en")
                        .publishedAt(Instant.parse("2024-05-06T10:00:00Z"))
                        .publishedPrecision("second")
                        .build())
                .events();
    }

    /** The most certain; fails where there is none. */
    static Event best(String body) {
        return events(body).stream()
                .sorted(Comparator.comparingDouble(Event::confidence).reversed())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no event in: " + body));
    }

    /** {@code IL:MIL}, joined by commas. */
    static String who(List<Event.Participant> all) {
        return String.join(",", all.stream().map(Told::who).toList());
    }

    private static String who(Event.Participant one) {
        return (one.country() == null ? "" : one.country()) + ":" + (one.sector() == null ? "" : one.sector());
    }
}
