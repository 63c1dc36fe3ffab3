package io.dateline.contracts.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.dateline.contracts.Sha256;
import java.time.Instant;

/**
 * Another source carries an article that it does not own. Told once of each article, source and address, as far as
 * ingest remembers; it may arrive before the article.
 *
 * @param articleId of the article that is carried; never null
 * @param revision  the highest that was known when it was seen, 1 or higher
 * @param source    who carries it; never null
 * @param url       where it stands there, at most {@link ArticleLimits#URL} characters, or null
 * @param title     what this source calls it, at most {@link ArticleLimits#TITLE} characters, or null where the copy has
 *                  no headline
 * @param seenAt    when it was fetched or came in; never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"articleId", "revision", "source"})
public record Sighting(String articleId, int revision, Source source, String url, String title, Instant seenAt) {
    private static final int HASH_BYTES = 16;

    /**
     * Tells addresses apart in a fixed length: 128 bits of SHA-256 in hex, or an empty text where there is no address.
     * With the article's id and the source's it is what a repeat is known by.
     */
    public String urlHash() {
        return url == null ? "" : Sha256.hex(url, HASH_BYTES);
    }
}
