package io.dateline.contracts.ops;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Lets the bulk lane work only while the live lane does not: closed while a live batch is worked on, and for a moment
 * after one as large as a poll may bring, which says that more is waiting. Thread-safe.
 */
public final class LaneGate {
    private final int fullBatch;
    private final Duration pause;
    private final InstantSource clock;
    private boolean liveBusy;
    private Instant closedUntil = Instant.MIN;

    /**
     * @param fullBatch records from which on a live batch tells of a lag
     * @param pause     how long after it the gate stays closed
     */
    public LaneGate(int fullBatch, Duration pause, InstantSource clock) {
        this.fullBatch = fullBatch;
        this.pause = pause;
        this.clock = clock;
    }

    /** Work on a live batch; the gate is closed until it ends, however it ends. */
    @FunctionalInterface
    public interface LiveWork {
        void run() throws Exception;
    }

    /**
     * Runs the work on a live batch. For one thread at a time.
     *
     * @param records how many the batch holds
     */
    public void live(int records, LiveWork work) throws Exception {
        synchronized (this) {
            liveBusy = true;
        }
        try {
            work.run();
        } finally {
            synchronized (this) {
                liveBusy = false;
                closedUntil = records >= fullBatch ? clock.instant().plus(pause) : Instant.MIN;
                notifyAll();
            }
        }
    }

    synchronized boolean open() {
        return !liveBusy && !clock.instant().isBefore(closedUntil);
    }

    /**
     * Waits until the gate is open or the time is over.
     *
     * @param most after which the bulk lane goes on all the same: it is slow beside a busy live lane, and never starves
     */
    public synchronized void await(Duration most) throws InterruptedException {
        Instant end = clock.instant().plus(most);
        while (!open() && clock.instant().isBefore(end)) {
            wait(20);
        }
    }
}
