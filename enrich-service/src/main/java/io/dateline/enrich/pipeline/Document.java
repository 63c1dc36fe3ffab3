package io.dateline.enrich.pipeline;

import io.dateline.contracts.article.RawArticle;

/**
 * What the steps look at: an article and its tokens, cut once. Immutable.
 *
 * @param article as ingest published it; never null
 * @param title   never null
 * @param body    never null; may be empty
 */
public record Document(RawArticle article, Field title, Field body) {
    public static Document of(RawArticle article) {
        return new Document(article, Field.of("title", article.title()), Field.of("body", article.body()));
    }
}
