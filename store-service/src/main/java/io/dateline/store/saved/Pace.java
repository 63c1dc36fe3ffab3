package io.dateline.store.saved;

import java.time.Duration;
import java.util.function.IntFunction;

/**
 * How many changes are looked at at once: fewer where that takes long or fails, then more again. Not for use by several
 * threads.
 */
final class Pace {
    static final int MOST = 200;
    /** Taking longer than this makes the next page smaller: the lease must not run out under it. */
    private static final Duration SLOW = Duration.ofSeconds(5);

    private int size = MOST;
    private boolean waits;
    private long took;

    int size() {
        return size;
    }

    /** Looks at a page, of which it is to be told what became of it. */
    <T> T look(IntFunction<T> looking) {
        long begun = System.nanoTime();
        T looked = looking.apply(size);
        took = System.nanoTime() - begun;
        waits = true;
        return looked;
    }

    /** What was looked at since was written down, which took so many nanoseconds. */
    void written(long nanos) {
        if (waits) {
            size = took + nanos > SLOW.toNanos() ? smaller() : Math.min(MOST, size * 2);
        }
        waits = false;
    }

    /** It could not be looked at or written; whether it may have been too much at once. */
    boolean failed() {
        boolean much = size > 1;
        size = smaller();
        waits = false;
        return much;
    }

    private int smaller() {
        return Math.max(1, size / 2);
    }
}
