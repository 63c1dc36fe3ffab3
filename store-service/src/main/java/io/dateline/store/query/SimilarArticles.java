package io.dateline.store.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Articles like one.
 *
 * @param method how they were found, in one sentence; never null
 * @param items  most alike first; never null
 */
public record SimilarArticles(String method, List<Similar> items) {
    public SimilarArticles {
        items = List.copyOf(items);
    }

    /**
     * @param article  never null
     * @param score    0 to 1: what share of the salient entities and topics they have in common
     * @param entities ids of the entities they share; never null
     * @param sameText 0 to 1: estimated share of word sequences they have in common, or null where a text is too short
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Similar(ArticleItem article, double score, List<String> entities, Double sameText) {}
}
