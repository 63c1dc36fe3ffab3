package io.dateline.enrich.topic;

import io.dateline.contracts.enriched.Span;
import io.dateline.enrich.pipeline.Field;
import java.util.ArrayList;
import java.util.List;

/** What one phrase, or all phrases, of a text say for a term. */
final class Evidence {
    /** Spans kept for each term; more prove nothing more. */
    private static final int MOST_SPANS = 10;

    private static final double AGAIN = 0.35;
    private static final double TITLE = 1.6;

    private double points;
    private boolean strong;
    private final List<Span> spans = new ArrayList<>();
    private final java.util.Map<Long, Integer> counts = new java.util.HashMap<>();

    /** A phrase said again adds less each time. */
    void add(Field field, int from, int to, long phrase, MediaTopics.Clue clue) {
        int before = counts.merge(phrase, 1, Integer::sum) - 1;
        double factor = before == 0 ? 1 : before < 4 ? AGAIN : 0;
        points += clue.weight() * factor * (field.name().equals("title") ? TITLE : 1);
        strong = strong || clue.strong();
        if (spans.size() < MOST_SPANS) {
            spans.add(field.span(from, to));
        }
    }

    double points() {
        return points;
    }

    /** Whether a phrase that names the term is among them, not only words that go with it. */
    boolean isStrong() {
        return strong;
    }

    List<Span> spans() {
        return spans;
    }
}
