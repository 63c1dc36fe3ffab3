package io.dateline.store.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.enriched.EnrichedArticle;
import java.time.Instant;
import java.util.List;

/**
 * One revision of an article with its tags, and what the store knows about it.
 *
 * @param document  the article and its tags as enriched; never null
 * @param head      the revision that lists show
 * @param stored    this revision's own line of {@code revisions}; never null
 * @param revisions every revision the store has, highest first; empty where they were not asked for; never null
 * @param sightings who else carries it; null where that was not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoredArticle(
        @JsonUnwrapped EnrichedArticle document,
        int head,
        Revision stored,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Revision> revisions,
        Sightings sightings) {

    public StoredArticle {
        revisions = List.copyOf(revisions);
    }

    /**
     * @param seq         place in the order of changes
     * @param contentHash SHA-256 (hex) of what the owner sent; never null
     * @param status      never null
     * @param storedAt    never null
     * @param traceId     W3C trace id of its way here, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Revision(
            int revision, long seq, String contentHash, ArticleStatus status, Instant storedAt, String traceId) {}
}
