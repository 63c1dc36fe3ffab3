package io.dateline.ingest.identity;

import io.dateline.ingest.parse.ParsedArticle;
import java.util.List;

/**
 * An article and the way it came in.
 *
 * @param aliases other addresses of its page; never null
 */
public record Incoming(ParsedArticle article, Origin origin, List<String> aliases) {
    public Incoming(ParsedArticle article, Origin origin) {
        this(article, origin, List.of());
    }

    /** The same delivery, of what the article turned out to be part of. */
    Incoming as(ParsedArticle other, Origin of) {
        return new Incoming(other, of, aliases);
    }
}
