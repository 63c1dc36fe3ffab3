package io.dateline.store.saved;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before a delivery is tried again: seconds at first, hours at last, eight attempts over about a day.
 * A fifth more or less, drawn each time, so that what failed together does not come back together.
 */
final class RetrySchedule {
    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(15));
    /** A receiver may ask for more patience, but not for longer than this. */
    static final Duration LONGEST_ASKED = Duration.ofHours(6);

    private static final double JITTER = 0.2;

    private final DoubleSupplier random;

    /** @param random from 0 to 1 */
    RetrySchedule(DoubleSupplier random) {
        this.random = random;
    }

    /**
     * Empty where it is given up.
     *
     * @param attempts made so far, 1 or more
     * @param asked    what the receiver wishes by Retry-After, or null
     */
    Optional<Duration> next(int attempts, Duration asked) {
        if (attempts > WAITS.size()) {
            return Optional.empty();
        }
        double factor = 1 + JITTER * (2 * random.getAsDouble() - 1);
        Duration wait = Duration.ofMillis(Math.round(WAITS.get(attempts - 1).toMillis() * factor));
        if (asked == null) {
            return Optional.of(wait);
        }
        Duration wished = asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
        return Optional.of(wished.compareTo(wait) > 0 ? wished : wait);
    }
}
