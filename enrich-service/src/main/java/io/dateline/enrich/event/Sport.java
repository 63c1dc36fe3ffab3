package io.dateline.enrich.event;

import io.dateline.contracts.enriched.Topic;
import java.util.List;

/** Tells articles about sport, where teams attack, defend and retreat without harm. */
final class Sport {
    private static final String TOP = "medtop:15000000";

    private Sport() {}

    /** Whether the highest topic is sport or a kind of it. */
    static boolean is(List<Topic> topics) {
        return !topics.isEmpty()
                && (topics.get(0).id().equals(TOP) || topics.get(0).broader().contains(TOP));
    }
}
