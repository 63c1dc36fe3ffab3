package io.dateline.store.web;

import io.dateline.contracts.status.FeedStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A feed as ingest answers it.
 *
 * @param source     id of the source its articles carry
 * @param interval   shortest ISO 8601 duration between polls, or null
 * @param fullText   never, when-short or always, or null
 * @param reason     stable code, or null
 * @param detail     a sentence, or null
 * @param nextPollAt null while paused
 * @param tags       never null
 */
record IngestFeed(
        String id,
        String name,
        String url,
        String source,
        String interval,
        boolean paused,
        String fullText,
        FeedStatus.State state,
        Instant since,
        String reason,
        String detail,
        Instant lastPolledAt,
        Instant lastItemAt,
        Instant nextPollAt,
        Instant createdAt,
        List<String> tags) {
    IngestFeed {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(since, "since");
        tags = tags == null ? List.of() : List.copyOf(tags);
    }

    FeedStatus status(Instant now) {
        return new FeedStatus(id, name, url, state, since, reason, detail, lastPolledAt, lastItemAt, nextPollAt, now);
    }
}
