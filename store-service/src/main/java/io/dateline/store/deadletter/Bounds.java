package io.dateline.store.deadletter;

import java.time.Duration;

/**
 * What one request may cost.
 *
 * @param replays how often a letter may be put back; 1 or higher
 * @param read    records of each topic that are looked at; 1 or higher
 */
record Bounds(int replays, int read) {
    private static final long BYTES = 64 << 20;
    private static final Duration TIME = Duration.ofSeconds(5);
    private static final Duration REPLAY_TIME = Duration.ofSeconds(15);

    /** For looking at a topic. */
    Budget look() {
        return new Budget(read, BYTES, TIME);
    }

    /** For going through a group and putting it back. */
    Budget replay() {
        return new Budget(read, BYTES, REPLAY_TIME);
    }
}
