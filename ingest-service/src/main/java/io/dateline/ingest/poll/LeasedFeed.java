package io.dateline.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A feed that is ours to poll until its lease ends. Times are the database's.
 *
 * @param usualGap   seconds, or null
 * @param lastItemAt or null
 */
record LeasedFeed(
        String id,
        String name,
        String url,
        String host,
        String sourceId,
        Duration interval,
        String etag,
        String lastModified,
        int failures,
        Double usualGap,
        Instant lastItemAt,
        Instant createdAt,
        String state,
        UUID token) {}
