package io.dateline.ingest.identity;

import io.dateline.ingest.parse.ParsedArticle;
import java.time.Instant;

/**
 * An article and the way it came in.
 *
 * @param fetchedAt when it was fetched, where that was not now: archives know; null otherwise
 */
public record Incoming(ParsedArticle article, Origin origin, Instant fetchedAt) {
    public Incoming(ParsedArticle article, Origin origin) {
        this(article, origin, null);
    }
}
