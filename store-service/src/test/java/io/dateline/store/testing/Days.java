package io.dateline.store.testing;

import java.time.Duration;
import java.time.Instant;

/** Days for tests that look at what happened when, in one database with all others. */
public final class Days {
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    /** Counted in a property of the system, since Quarkus loads this class anew whenever it starts anew. */
    private static final String TAKEN = "dateline.test.days";

    private Days() {}

    /** Midnight of a day that nobody else is given; the four hundred days from it belong to the caller alone. */
    public static Instant next() {
        Object number = System.getProperties()
                .merge(TAKEN, "0", (taken, none) -> Integer.toString(Integer.parseInt(taken.toString()) + 1));
        return FIRST.plus(Duration.ofDays(400L * Integer.parseInt(number.toString())));
    }
}
