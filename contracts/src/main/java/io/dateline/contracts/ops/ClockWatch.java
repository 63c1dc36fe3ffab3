package io.dateline.contracts.ops;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Finds that the wall clock was set back, by holding it against the monotonic one. For one thread. */
final class ClockWatch {
    private final InstantSource wall;
    private final LongSupplier nanos;
    private final Duration most;
    private Instant then;
    /** Of the monotonic clock, when the wall clock had been read for sure. */
    private long read;

    /**
     * @param nanos as {@link System#nanoTime}
     * @param most  a clock may be set back by between two looks and nothing is said of it; a clock that is slowed down loses
     *     less than a thousandth of the pause between looks
     */
    ClockWatch(InstantSource wall, LongSupplier nanos, Duration most) {
        this.wall = wall;
        this.nanos = nanos;
        this.most = most;
        then = wall.instant();
        read = nanos.getAsLong();
    }

    /** By how much it was set back since the last look, where that is more than nothing is said of. */
    Optional<Duration> setBack() {
        // A pause between two clocks that are read must not look like time that one of them lost.
        long passed = nanos.getAsLong() - read;
        Instant now = wall.instant();
        Duration back = Duration.between(now, then.plusNanos(passed));
        then = now;
        read = nanos.getAsLong();
        return back.compareTo(most) > 0 ? Optional.of(back) : Optional.empty();
    }
}
