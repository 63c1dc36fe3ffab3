package io.dateline.contracts.ops;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * For waits and deadlines: what it tells goes on as fast as time does, whatever is done to the wall clock. What it told when
 * it was made is all it has to do with that; it is for no time that anybody is shown or that is kept.
 */
public final class SteadyClock implements InstantSource {
    private final LongSupplier nanos;
    private final Instant begin;
    private final long began;

    public SteadyClock() {
        this(Instant.now(), System::nanoTime);
    }

    /** @param nanos as {@link System#nanoTime} */
    public SteadyClock(Instant begin, LongSupplier nanos) {
        this.begin = begin;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        return begin.plusNanos(nanos.getAsLong() - began);
    }
}
