package io.dateline.ingest.identity;

import io.dateline.ingest.parse.ParsedArticle;
import java.time.Instant;
import java.util.List;

/**
 * An article and the way it came in.
 *
 * @param aliases   other addresses of its page; never null
 * @param fetchedAt when it was fetched, where that was not now: archives know; null otherwise
 */
public record Incoming(ParsedArticle article, Origin origin, List<String> aliases, Instant fetchedAt) {
    public Incoming(ParsedArticle article, Origin origin) {
        this(article, origin, List.of(), null);
    }

    public Incoming(ParsedArticle article, Origin origin, List<String> aliases) {
        this(article, origin, aliases, null);
    }

    public Incoming(ParsedArticle article, Origin origin, Instant fetchedAt) {
        this(article, origin, List.of(), fetchedAt);
    }

    /** The same delivery, of what the article turned out to be part of. */
    Incoming as(ParsedArticle other, Origin of) {
        return new Incoming(other, of, aliases, fetchedAt);
    }
}
