package io.dateline.store.web;

import io.dateline.contracts.status.FeedStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A feed as the pages list it.
 *
 * @param dot      class of the mark beside its state
 * @param lastItem when it last brought something new, or null
 * @param polled   when it was last asked, or null before the first time
 * @param next     when it is asked next, or null while paused
 * @param overdue  whether that should have been two minutes ago or more: ingest is behind, or away
 * @param reason   stable code, or null
 * @param detail   a sentence, or null
 */
public record FeedView(
        String id,
        String name,
        String url,
        String dot,
        String state,
        Moment since,
        Moment lastItem,
        Moment polled,
        Until next,
        boolean overdue,
        String reason,
        String detail) {
    private static final Duration LATE = Duration.ofMinutes(2);

    /** A time to come, and how far away it is. */
    public record Until(String iso, String words) {
        static Until of(Instant then, Instant now) {
            if (then == null) {
                return null;
            }
            long minutes = Duration.between(now, then).toMinutes();
            String hours = minutes < 48 * 60 ? "in " + minutes / 60 + " h" : "in " + minutes / (24 * 60) + " days";
            String later = minutes < 60 ? "in " + minutes + " min" : hours;
            return new Until(then.toString(), minutes < 1 ? "now" : later);
        }
    }

    /** Path of its own page. */
    public String href() {
        return "/feeds/" + IngestApi.segment(id);
    }

    static FeedView of(FeedStatus feed, Instant now) {
        return new FeedView(
                feed.feedId(),
                feed.name(),
                feed.url(),
                dot(feed.state()),
                feed.state().name().toLowerCase(Locale.ROOT),
                Moment.of(feed.since(), now),
                Moment.of(feed.lastItemAt(), now),
                Moment.of(feed.lastPolledAt(), now),
                Until.of(feed.nextPollAt(), now),
                feed.nextPollAt() != null && feed.nextPollAt().isBefore(now.minus(LATE)),
                feed.reason(),
                feed.detail());
    }

    static String dot(FeedStatus.State state) {
        return switch (state) {
            case OK -> "good";
            case FAILING -> "bad";
            case SILENT, FLOODING, CHANGED -> "warn";
            case PARKED, PAUSED -> "none";
        };
    }
}
