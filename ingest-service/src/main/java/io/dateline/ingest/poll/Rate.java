package io.dateline.ingest.poll;

import java.time.Duration;
import java.time.Instant;

/**
 * A feed's rhythm: items in the days before its last one, 28 at most. The days of silence after the last item are left
 * out, so that a feed which falls silent does not make its silence look usual.
 *
 * @param items without those of the first poll, which are older than the feed is to us
 * @param days  over which they came, at least a quarter of one
 */
record Rate(long items, double days) {
    static final int WINDOW = 28;
    static final int ENOUGH_ITEMS = 3;

    static Rate of(LeasedFeed feed) {
        Instant last = feed.lastItemAt() == null ? feed.claimedAt() : feed.lastItemAt();
        double known = Duration.between(feed.createdAt(), last).toMinutes() / (24.0 * 60);
        return new Rate(feed.recent(), Math.max(0.25, Math.min(WINDOW, known)));
    }

    /** Whether there is a rhythm to go by yet: some items, over a day at least. */
    boolean known() {
        return items >= ENOUGH_ITEMS && days >= 1;
    }

    double perDay() {
        return items / days;
    }

    /** Between two items; 28 days where none came. */
    Duration gap() {
        return items == 0 ? Duration.ofDays(WINDOW) : Duration.ofSeconds((long) (86_400 / perDay()));
    }
}
