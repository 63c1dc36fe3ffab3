package io.dateline.systemtests.faults;

import java.time.Duration;

/**
 * How a line between two processes behaves.
 *
 * @param latency        added to each piece of data, each way
 * @param bytesPerSecond each way and connection; 0: no limit
 * @param dead           nothing passes, and nobody is told: what is sent waits until the line is better
 * @param mute           requests pass, answers are lost
 */
record Line(Duration latency, int bytesPerSecond, boolean dead, boolean mute) {
    static final Line CLEAR = new Line(Duration.ZERO, 0, false, false);
    static final Line DEAD = new Line(Duration.ZERO, 0, true, false);
    static final Line MUTE = new Line(Duration.ZERO, 0, false, true);

    static Line slow(Duration latency) {
        return new Line(latency, 0, false, false);
    }

    static Line narrow(int bytesPerSecond) {
        return new Line(Duration.ZERO, bytesPerSecond, false, false);
    }

    /** How long {@code bytes} take. */
    Duration delay(int bytes) {
        return bytesPerSecond == 0 ? latency : latency.plusNanos(1_000_000_000L * bytes / bytesPerSecond);
    }
}
