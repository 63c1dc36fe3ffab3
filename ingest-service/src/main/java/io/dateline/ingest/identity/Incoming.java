package io.dateline.ingest.identity;

import io.dateline.ingest.parse.ParsedArticle;

/** An article and the way it came in. */
public record Incoming(ParsedArticle article, Origin origin) {
    /** The same delivery, of what the article turned out to be part of. */
    Incoming as(ParsedArticle other, Origin of) {
        return new Incoming(other, of);
    }
}
