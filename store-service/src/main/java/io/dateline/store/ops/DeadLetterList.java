package io.dateline.store.ops;

import java.util.List;

/**
 * The newest dead letters, one by one: of each topic those read at start and all that came since are kept in mind, 2,000 at
 * most.
 */
public interface DeadLetterList {
    /**
     * Newest first.
     *
     * @param topic   null for all dead-letter topics
     * @param article id, or null for any: letters have the id of their article as key
     * @return null where {@code topic} is no dead-letter topic
     */
    List<OpsSnapshot.DeadLetterInfo> newest(String topic, String article, int limit);

    /** How many are kept in mind, of all topics together. */
    long looked();
}
