package io.dateline.ingest.poll;

import io.dateline.ingest.poll.PollOutcome.Standing;
import java.time.Duration;
import java.time.Instant;

/**
 * Says how a feed that could be polled fares, by its own rhythm. Items are taken to come as a Poisson process; what it
 * would bring about less than once in a thousand times is told. News comes in bursts, so both rules also ask for a plain
 * minimum: a day of silence, fifty items and ten times the usual for a flood. Pure.
 */
final class FeedJudge {
    private static final double RARE = 0.001;
    private static final int FLOOD_ITEMS = 50;
    private static final double FLOOD_FACTOR = 10;
    private static final double FLOOD_DAYS = 3;
    /** A new shape that has held so long is the usual one. */
    private static final Duration GETTING_USED = Duration.ofDays(7);

    private final Duration minSilence;

    FeedJudge(Duration minSilence) {
        this.minSilence = minSilence;
    }

    /**
     * @param change how its document differs from its usual shape, or null
     * @param fresh  items that this poll brought
     */
    Standing judge(LeasedFeed feed, FeedShape.Change change, int fresh, Instant now) {
        if (change != null) {
            return new Standing("changed", change.reason(), change.detail(), 0);
        }
        Rate rate = Rate.of(feed);
        if (fresh == 0 && silent(feed, rate, now)) {
            return new Standing("silent", "no-new-items", "Nothing new for unusually long.", 0);
        }
        if (flooding(feed, rate, feed.today() + fresh)) {
            return new Standing("flooding", "many-new-items", "Far more new items today than usual.", 0);
        }
        return Standing.ok();
    }

    private boolean silent(LeasedFeed feed, Rate rate, Instant now) {
        Instant last = feed.lastItemAt() == null ? feed.createdAt() : feed.lastItemAt();
        Duration quiet = Duration.between(last, now);
        if (quiet.compareTo(minSilence) <= 0) {
            return false;
        }
        // Too few items to know a rhythm by: after as long as a rhythm is looked at.
        if (rate.items() < Rate.ENOUGH_ITEMS) {
            return quiet.toDays() >= Rate.WINDOW;
        }
        return Math.exp(-rate.perDay() * quiet.toMinutes() / (24.0 * 60)) < RARE;
    }

    private static boolean flooding(LeasedFeed feed, Rate rate, long today) {
        boolean known = rate.items() - feed.today() >= Rate.ENOUGH_ITEMS && rate.days() >= FLOOD_DAYS;
        // Over the days before today, as far as the window reaches.
        double usual = (rate.items() - feed.today()) / Math.max(1, rate.days() - 1);
        return known && today >= FLOOD_ITEMS && today > FLOOD_FACTOR * usual && tail(usual, today) < RARE;
    }

    /** The probability of at least n items where usually {@code mean} come; a bound (Chernoff), never too small. */
    static double tail(double mean, long n) {
        if (mean <= 0) {
            return 0;
        }
        return n <= mean ? 1 : Math.exp(n - mean - n * Math.log(n / mean));
    }

    /** Whether a shape that differs has held long enough to be the usual one. */
    static boolean usedTo(LeasedFeed feed, Instant now) {
        return feed.state().equals("changed") && feed.since().plus(GETTING_USED).isBefore(now);
    }
}
