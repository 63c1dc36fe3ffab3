package io.dateline.ingest.poll;

import io.dateline.ingest.history.Fate;
import io.dateline.ingest.history.PollLine;
import io.dateline.ingest.host.Release;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * What is written when a request for a feed is over.
 *
 * @param feed      as it was claimed
 * @param release   how the host's turn ends
 * @param polled    false where nothing was learnt of the feed (a redirect on the way, Kafka away)
 * @param standing  null where not polled
 * @param validators, route, wishes, shape to be kept
 * @param url       its address from now on
 * @param turnHost  whose turn its next request needs
 * @param next      until that request
 * @param news      whether something new came
 * @param counts    items by what became of them; empty where none came
 * @param line      of the feed's history; null where not polled
 */
record PollOutcome(
        LeasedFeed feed,
        Release release,
        boolean polled,
        Standing standing,
        LeasedFeed.Validators validators,
        LeasedFeed.Route route,
        LeasedFeed.Wishes wishes,
        String shape,
        String url,
        String turnHost,
        Duration next,
        boolean news,
        Map<Fate, Integer> counts,
        PollLine line) {
    private static final Duration RETOLD = Duration.ofHours(1);

    /**
     * How the feed fares.
     *
     * @param state    ok, failing, silent, flooding, changed or parked
     * @param reason   stable code, null while ok
     * @param detail   a sentence, or null
     * @param failures in a row
     */
    record Standing(String state, String reason, String detail, int failures) {
        static Standing ok() {
            return new Standing("ok", null, null, 0);
        }
    }

    /** Whether {@code feeds.status} must be told: of a change, of news, and once an hour that the feed is polled. */
    boolean tells() {
        return polled
                && (news
                        || !standing.state().equals(feed.state())
                        || !Objects.equals(standing.reason(), feed.reason())
                        || !url.equals(feed.url())
                        || feed.toldAt() == null
                        || !feed.toldAt().plus(RETOLD).isAfter(feed.claimedAt()));
    }
}
