package io.dateline.enrich.event;

import io.dateline.contracts.enriched.Topic;
import java.util.List;
import java.util.Locale;

/** Tells articles about sport, where teams attack, defend and retreat without harm. */
final class Sport {
    private static final String TOP = "medtop:15000000";
    /** One phrase alone may be a surname, or a figure of speech. */
    private static final int FEWEST_PHRASES = 2;

    private Sport() {}

    /** Whether the highest topic is sport or a kind of it, and several phrases say so. */
    static boolean is(List<Topic> topics) {
        return !topics.isEmpty()
                && isSport(topics.get(0))
                && topics.stream()
                                .filter(Sport::isSport)
                                .flatMap(topic -> topic.evidence().stream())
                                .map(span -> span.surface().toLowerCase(Locale.ROOT))
                                .distinct()
                                .limit(FEWEST_PHRASES)
                                .count()
                        == FEWEST_PHRASES;
    }

    private static boolean isSport(Topic topic) {
        return topic.id().equals(TOP) || topic.broader().contains(TOP);
    }
}
