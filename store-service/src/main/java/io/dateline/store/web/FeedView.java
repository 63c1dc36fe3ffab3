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
 * @param overdue  whether that should have been for longer than can be usual: ingest is behind, or away
 * @param told     when the status topic told this, which may be some polls ago; null for what ingest answered just now
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
        Moment told,
        String reason,
        String detail) {
    /** Of what ingest says itself. */
    private static final Duration LATE = Duration.ofMinutes(2);
    /**
     * Of what the status topic told. Of a feed that did not change it tells with the first poll after an hour, which may be
     * the longest interval of another hour away, and a tenth at random: only then is something wrong.
     */
    private static final Duration LATE_AS_TOLD = Duration.ofHours(3);

    /**
     * A time to come, and how far away it is.
     *
     * @param past whether it is over for more than a minute
     */
    public record Until(String iso, String words, boolean past) {
        static Until of(Instant then, Instant now) {
            if (then == null) {
                return null;
            }
            long minutes = Duration.between(now, then).toMinutes();
            String hours = minutes < 48 * 60 ? "in " + minutes / 60 + " h" : "in " + minutes / (24 * 60) + " days";
            String later = minutes < 60 ? "in " + minutes + " min" : hours;
            return new Until(then.toString(), minutes < 1 ? "now" : later, minutes < -1);
        }
    }

    /** Path of its own page. */
    public String href() {
        return "/feeds/" + IngestApi.segment(id);
    }

    /** As ingest says right now. */
    static FeedView of(FeedStatus feed, Instant now) {
        return of(feed, LATE, null, now);
    }

    /** As the status topic told last. */
    static FeedView told(FeedStatus feed, Instant now) {
        return of(feed, LATE_AS_TOLD, Moment.of(feed.updatedAt(), now), now);
    }

    private static FeedView of(FeedStatus feed, Duration late, Moment told, Instant now) {
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
                feed.nextPollAt() != null && feed.nextPollAt().isBefore(now.minus(late)),
                told,
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
