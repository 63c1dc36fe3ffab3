package io.dateline.ingest.identity;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.ingest.parse.ParsedArticle;

/**
 * A version of an article that came in, as far as that decides what becomes of it.
 *
 * @param owner    of what came this way
 * @param fullText whether it is the whole story
 * @param kill     whether it withdraws the story
 * @param hash     what it says
 */
record Copy(String owner, boolean fullText, boolean kill, String hash) {
    static Copy of(Incoming incoming) {
        ParsedArticle article = incoming.article();
        return new Copy(
                incoming.origin().owner(),
                article.fullText(),
                article.status() == ArticleStatus.CANCELED,
                article.contentHash());
    }
}
