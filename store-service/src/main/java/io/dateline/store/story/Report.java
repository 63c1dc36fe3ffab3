package io.dateline.store.story;

import java.time.Instant;

/**
 * An article as the builder knows it.
 *
 * @param seq       of the revision
 * @param articleId never null
 * @param revision  1 or more
 * @param at        the earlier of published and fetched; never null
 * @param sourceId  never null
 * @param language  never null
 * @param features  never null
 */
record Report(
        long seq, String articleId, int revision, Instant at, String sourceId, String language, Features features) {
    private static final long DAY = 86_400;

    /** Days since 1970-01-01, in UTC. */
    int day() {
        return (int) Math.floorDiv(at.getEpochSecond(), DAY);
    }
}
