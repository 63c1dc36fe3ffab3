package io.dateline.enrich.topic;

import io.dateline.contracts.enriched.Span;
import io.dateline.enrich.pipeline.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one phrase, or all phrases, of a text say for a term. */
final class Evidence {
    /** Spans kept for each term; more prove nothing more. */
    private static final int MOST_SPANS = 10;

    private static final double AGAIN = 0.35;
    private static final double TITLE = 1.6;
    /** A phrase that is said so often is no chance. */
    private static final int OFTEN = 3;

    private double points;
    private boolean strong;
    private boolean named;
    private boolean certain;
    private final Set<Long> sure = new HashSet<>();
    private final List<Span> spans = new ArrayList<>();
    private final Map<Long, Integer> counts = new HashMap<>();

    /** A phrase said again adds less each time. */
    void add(Field field, int from, int to, long phrase, MediaTopics.Clue clue) {
        int before = counts.merge(phrase, 1, Integer::sum) - 1;
        boolean title = field.name().equals("title");
        double factor = before == 0 ? 1 : before < 4 ? AGAIN : 0;
        points += clue.weight() * factor * (title ? TITLE : 1);
        strong |= clue.strong();
        if (!clue.vague()) {
            sure.add(phrase);
            named |= clue.strong();
            certain |= clue.strong() && (title || before + 1 >= OFTEN);
        }
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

    /** The same of phrases that are not vague. */
    boolean isNamed() {
        return named;
    }

    /** Whether one that names the term and is not vague stands in the title, or is said often. */
    boolean isCertain() {
        return certain;
    }

    /** The different phrases that are not vague, by their hashes. */
    Set<Long> sure() {
        return sure;
    }

    List<Span> spans() {
        return spans;
    }
}
