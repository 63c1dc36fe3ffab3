package io.dateline.ingest.poll;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * When a feed is polled next: twice in the time in which it usually brings one item, no more often than its own interval
 * and its publisher's wishes say, no less often than the longest interval. Pure but for the random numbers it is given.
 */
final class PollPolicy {
    /** A gone feed (410) is looked at once a month. */
    static final Duration PARKED = Duration.ofDays(30);

    private static final double JITTER = 0.1;
    private static final Duration SLOW = Duration.ofDays(1);
    /** The address is wrong or closed to us; soon again would not help. */
    private static final Set<Integer> LASTING = Set.of(401, 403, 404);

    private final Duration maxInterval;
    private final Duration maxBackoff;
    private final RandomGenerator random;

    PollPolicy(Duration maxInterval, Duration maxBackoff, RandomGenerator random) {
        this.maxInterval = maxInterval;
        this.maxBackoff = maxBackoff;
        this.random = random;
    }

    /**
     * @param interval the feed's own: never sooner
     * @param rate     its rhythm so far
     * @param maxAge   of this answer's Cache-Control, or null
     */
    Duration afterSuccess(Duration interval, Rate rate, LeasedFeed.Wishes wishes, Duration maxAge, Instant now) {
        Duration longest = max(maxInterval, interval);
        Duration wanted = rate.known() ? rate.gap().dividedBy(2) : interval;
        wanted = max(wanted, wishes.every());
        wanted = max(wanted, maxAge);
        wanted = max(interval, min(wanted, longest));
        return spread(pastSkipped(wanted, wishes, now));
    }

    /**
     * After a failure: twice as long for each in a row, up to the longest backoff (a day where the address itself seems
     * wrong), and never sooner than the server asked for.
     *
     * @param failures   in a row, this one included
     * @param status     of the answer, 0 where there was none
     * @param retryAfter or null
     */
    Duration afterFailure(Duration interval, int failures, int status, Duration retryAfter) {
        if (status == 410) {
            return spread(PARKED);
        }
        Duration longest = max(LASTING.contains(status) ? max(SLOW, maxBackoff) : maxBackoff, interval);
        Duration wait = interval;
        for (int i = 0; i < failures && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        wait = spread(min(wait, longest));
        return retryAfter != null && retryAfter.compareTo(wait) > 0 ? spread(retryAfter) : wait;
    }

    /** Until the next request without validators: about a day. */
    Duration untilFullFetch() {
        return Duration.ofMinutes((long) (20 * 60 + 8 * 60 * random.nextDouble()));
    }

    /** To the end of the hours and days the feed says nothing new comes in; at most a day later than wanted. */
    private static Duration pastSkipped(Duration wanted, LeasedFeed.Wishes wishes, Instant now) {
        ZonedDateTime at = now.plus(wanted).atZone(ZoneOffset.UTC);
        ZonedDateTime last = at.plusDays(1);
        ZonedDateTime free = at;
        while (skipped(free, wishes) && free.isBefore(last)) {
            free = free.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        return skipped(free, wishes) ? wanted : Duration.between(now, free.toInstant());
    }

    private static boolean skipped(ZonedDateTime at, LeasedFeed.Wishes wishes) {
        int day = at.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue();
        return (wishes.skipHours() >> at.getHour() & 1) == 1 || (wishes.skipDays() >> day & 1) == 1;
    }

    private Duration spread(Duration wait) {
        return wait.plusMillis((long) (wait.toMillis() * JITTER * random.nextDouble()));
    }

    private static Duration max(Duration one, Duration other) {
        return other == null || one.compareTo(other) > 0 ? one : other;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
