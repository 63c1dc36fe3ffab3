package io.dateline.store.deadletter;

import java.time.Duration;

/** How much of a topic one request may read. Not for use by several threads. */
final class Budget {
    private final long deadline;
    private long records;
    private long bytes;

    /**
     * @param records at most
     * @param bytes   of keys and values, at most
     */
    Budget(long records, long bytes, Duration time) {
        this.records = records;
        this.bytes = bytes;
        this.deadline = System.nanoTime() + time.toNanos();
    }

    void spend(long size) {
        records--;
        bytes -= size;
    }

    boolean spent() {
        return records <= 0 || bytes <= 0 || late();
    }

    /** Whether the time is over. */
    boolean late() {
        return System.nanoTime() - deadline >= 0;
    }
}
