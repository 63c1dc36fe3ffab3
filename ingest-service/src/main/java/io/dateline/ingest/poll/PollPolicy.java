package io.dateline.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** When a feed is polled next, and when it counts as silent. Pure but for the random numbers it is given. */
final class PollPolicy {
    private static final double JITTER = 0.1;
    private static final double SMOOTHING = 0.3;

    private final Duration maxBackoff;
    private final Duration minSilence;
    private final int silenceFactor;
    private final RandomGenerator random;

    PollPolicy(Duration maxBackoff, Duration minSilence, int silenceFactor, RandomGenerator random) {
        this.maxBackoff = maxBackoff;
        this.minSilence = minSilence;
        this.silenceFactor = silenceFactor;
        this.random = random;
    }

    /** After a poll that went well: the interval and up to a tenth more, so that feeds do not march in step. */
    Duration afterSuccess(Duration interval) {
        return spread(interval);
    }

    /**
     * After a failure: twice as long for each in a row, up to the longest backoff (or the interval where that is
     * longer), and never sooner than the server asked for.
     *
     * @param failures   in a row, this one included
     * @param retryAfter or null
     */
    Duration afterFailure(Duration interval, int failures, Duration retryAfter) {
        Duration longest = maxBackoff.compareTo(interval) > 0 ? maxBackoff : interval;
        Duration wait = interval;
        for (int i = 0; i < failures && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        wait = spread(wait.compareTo(longest) > 0 ? longest : wait);
        return retryAfter != null && retryAfter.compareTo(wait) > 0 ? spread(retryAfter) : wait;
    }

    private Duration spread(Duration wait) {
        return wait.plusMillis((long) (wait.toMillis() * JITTER * random.nextDouble()));
    }

    /** The usual gap between polls that brought something new, smoothed; null until two of them were seen. */
    Double usualGap(Double before, Instant lastItem, Instant now) {
        if (lastItem == null) {
            return before;
        }
        double gap = Math.max(1, Duration.between(lastItem, now).toSeconds());
        return before == null ? Double.valueOf(gap) : Double.valueOf(before + SMOOTHING * (gap - before));
    }

    /**
     * Whether nothing new has come for unusually long, by the feed's own rhythm.
     *
     * @param lastItem when something new last came, or when the feed was made
     */
    boolean silent(Double usualGap, Instant lastItem, Instant now) {
        double usual = usualGap == null ? 0 : usualGap * silenceFactor;
        double bound = Math.max(minSilence.toSeconds(), usual);
        return Duration.between(lastItem, now).toSeconds() > bound;
    }
}
