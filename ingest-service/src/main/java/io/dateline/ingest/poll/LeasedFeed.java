package io.dateline.ingest.poll;

import io.dateline.ingest.host.Turn;
import java.time.Duration;
import java.time.Instant;

/**
 * A feed that is ours to poll until its turn ends. Times are the database's.
 *
 * @param interval      shortest time between two polls
 * @param claimedAt     the database's now
 * @param dueAt         when it was due; another value found later is somebody's wish to have it polled again
 * @param lastItemAt    or null
 * @param distrustUntil until when its validators are not used, or null
 * @param toldAt        when feeds.status was last told of a poll, or null
 * @param fullText      never, when-short or always
 * @param recent        items accepted in the 28 days up to the last one, without those of the first poll
 * @param today         items accepted today (UTC)
 */
record LeasedFeed(
        Turn turn,
        String id,
        String name,
        String url,
        String host,
        String sourceId,
        Duration interval,
        Instant claimedAt,
        Instant dueAt,
        Instant createdAt,
        String state,
        Instant since,
        String reason,
        String detail,
        int failures,
        Instant lastItemAt,
        Validators validators,
        Route route,
        Wishes wishes,
        String shape,
        Instant toldAt,
        String fullText,
        long recent,
        long today) {

    /** Where the next request goes: the feed's address, or where its redirects have led. */
    String at() {
        return route.at() == null ? url : route.at();
    }

    /**
     * What is known of the last body.
     *
     * @param fullFetchAt when to ask without validators, to see whether they tell the truth
     */
    record Validators(String etag, String lastModified, String bodyHash, Instant distrustUntil, Instant fullFetchAt) {
        /** Whether a request at that moment carries them. */
        boolean use(Instant now) {
            boolean trusted = distrustUntil == null || distrustUntil.isBefore(now);
            return trusted && fullFetchAt.isAfter(now);
        }

        boolean any() {
            return etag != null || lastModified != null;
        }
    }

    /**
     * Redirects: those of this poll so far, and the permanent one that polls have met.
     *
     * @param at         null at the feed's own address
     * @param permanent  whether all of this poll so far were
     * @param movedTo    or null
     * @param movedSeen  polls in a row
     */
    record Route(String at, int hops, boolean permanent, String movedTo, Instant movedSince, int movedSeen) {}

    /** What the feed wishes. Seconds may be null; hours and days are bits. */
    record Wishes(Duration every, int skipHours, int skipDays) {}
}
