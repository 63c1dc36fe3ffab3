package io.dateline.contracts.ops;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Lets the bulk lane work only while the live lane does not: closed while a live batch is worked on, for a moment after one
 * as large as a poll may bring, which says that more is waiting, and while many wait for all instances together. Thread-safe.
 */
public final class LaneGate {
    private final int fullBatch;
    private final int most;
    private final Duration pause;
    private final InstantSource clock;
    private final LongSupplier waiting;
    private boolean liveBusy;
    private Instant closedUntil = Instant.MIN;

    /**
     * @param fullBatch records from which on a live batch tells of a lag
     * @param most      live records that may wait while the bulk lane works. Offsets are committed once a second: what a busy
     *                  lane that keeps up takes in so long must be less
     * @param pause     how long after it the gate stays closed
     * @param waiting   live records that wait for any instance, see {@link GroupLag}; asked by the bulk lane's thread
     */
    public LaneGate(int fullBatch, int most, Duration pause, InstantSource clock, LongSupplier waiting) {
        this.fullBatch = fullBatch;
        this.most = most;
        this.pause = pause;
        this.clock = clock;
        this.waiting = waiting;
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
     * @param longest after which the bulk lane goes on all the same: it is slow beside a busy live lane, and never starves
     */
    public void await(Duration longest) throws InterruptedException {
        Instant end = clock.instant().plus(longest);
        // Kafka is asked outside the lock, in which the live lane must not wait.
        while (clock.instant().isBefore(end) && !(open() && waiting.getAsLong() <= most)) {
            synchronized (this) {
                wait(20);
            }
        }
    }
}
