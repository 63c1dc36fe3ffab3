package io.dateline.store.web;

import io.dateline.contracts.status.FeedStatus;
import java.time.Instant;
import java.util.Locale;

/**
 * A feed as the pages list it.
 *
 * @param dot      class of the mark beside its state
 * @param lastItem when it last brought something new, or null
 * @param reason   stable code, or null
 * @param detail   a sentence, or null
 */
public record FeedView(
        String name,
        String url,
        String dot,
        String state,
        Moment since,
        Moment lastItem,
        String reason,
        String detail) {

    static FeedView of(FeedStatus feed, Instant now) {
        return new FeedView(
                feed.name(),
                feed.url(),
                dot(feed.state()),
                feed.state().name().toLowerCase(Locale.ROOT),
                Moment.of(feed.since(), now),
                Moment.of(feed.lastItemAt(), now),
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
