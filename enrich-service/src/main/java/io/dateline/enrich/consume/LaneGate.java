package io.dateline.enrich.consume;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Holds the bulk lane still while the live lane lags: a live batch as large as a poll may bring says that more is
 * waiting. Thread-safe.
 */
final class LaneGate {
    private final int fullBatch;
    private final Duration pause;
    private final InstantSource clock;
    private boolean liveBusy;
    private Instant closedUntil = Instant.MIN;

    /**
     * @param fullBatch records from which on a live batch tells of a lag
     * @param pause     how long after it the gate stays closed
     */
    LaneGate(int fullBatch, Duration pause, InstantSource clock) {
        this.fullBatch = fullBatch;
        this.pause = pause;
        this.clock = clock;
    }

    synchronized void liveStarts(int records) {
        liveBusy = records >= fullBatch;
    }

    synchronized void liveEnds(int records) {
        liveBusy = false;
        closedUntil = records >= fullBatch ? clock.instant().plus(pause) : Instant.MIN;
        notifyAll();
    }

    synchronized boolean open() {
        return !liveBusy && !clock.instant().isBefore(closedUntil);
    }

    /** Waits until the gate is open or the time is over. */
    synchronized void await(Duration most) throws InterruptedException {
        Instant end = clock.instant().plus(most);
        while (!open() && clock.instant().isBefore(end)) {
            wait(50);
        }
    }
}
