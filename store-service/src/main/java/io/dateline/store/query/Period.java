package io.dateline.store.query;

import java.time.Instant;

/**
 * A span of time.
 *
 * @param from first instant, or null where it is open
 * @param to   first instant after it, or null where it is open
 */
public record Period(Instant from, Instant to) {
    /** All of time. */
    public static final Period ALWAYS = new Period(null, null);

    public boolean always() {
        return from == null && to == null;
    }

    /** Whether an instant lies in it. */
    public boolean holds(Instant instant) {
        return (from == null || !instant.isBefore(from)) && (to == null || instant.isBefore(to));
    }
}
