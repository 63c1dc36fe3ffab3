package io.dateline.ingest.poll;

import io.dateline.ingest.host.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Leased feeds for tests, of which only what matters is said. */
final class Feeds {
    static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");
    static final LeasedFeed.Route HOME = new LeasedFeed.Route(null, 0, true, null, null, 0);
    static final LeasedFeed.Validators VALIDATORS =
            new LeasedFeed.Validators("\"e\"", null, "hash", null, NOW.plusSeconds(3600));

    private Feeds() {}

    static LeasedFeed feed(
            String state,
            Instant since,
            Instant createdAt,
            Instant lastItemAt,
            long recent,
            long today,
            LeasedFeed.Validators validators,
            LeasedFeed.Route route) {
        return new LeasedFeed(
                new Turn("h", new UUID(1, 2), Turn.Kind.FEED, "feed-1", null),
                "feed-1",
                "Feed",
                "http://h/feed",
                "h",
                "feed",
                Duration.ofMinutes(5),
                NOW,
                NOW.minusSeconds(1),
                createdAt,
                state,
                since,
                state.equals("ok") ? null : "reason",
                null,
                0,
                lastItemAt,
                validators,
                route,
                new LeasedFeed.Wishes(null, 0, 0),
                "rss 10 1 1 1 1",
                NOW.minusSeconds(3599),
                "never",
                recent,
                today);
    }

    /** One with a rhythm: so many items over thirty days, the last one so long ago. */
    static LeasedFeed rhythm(long recent, long today, Duration quiet) {
        Instant last = NOW.minus(quiet);
        return feed("ok", last, last.minus(Duration.ofDays(30)), last, recent, today, VALIDATORS, HOME);
    }

    static LeasedFeed with(LeasedFeed.Validators validators, LeasedFeed.Route route) {
        return feed("ok", NOW, NOW.minus(Duration.ofDays(30)), NOW, 100, 0, validators, route);
    }

    static LeasedFeed in(String state, Instant since) {
        return feed(state, since, NOW.minus(Duration.ofDays(30)), NOW, 100, 0, VALIDATORS, HOME);
    }
}
