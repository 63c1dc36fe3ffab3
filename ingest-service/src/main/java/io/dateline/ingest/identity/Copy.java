package io.dateline.ingest.identity;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.ingest.parse.ParsedArticle;

/**
 * A version of an article that came in, as far as that decides what becomes of it.
 *
 * @param owner    of what came this way
 * @param source   the id of its source
 * @param fullText whether it is the whole story
 * @param kill     whether it withdraws the story
 * @param hash     what it says
 */
record Copy(String owner, String source, boolean fullText, boolean kill, String hash) {
    static Copy of(Incoming incoming) {
        ParsedArticle article = incoming.article();
        return new Copy(
                incoming.origin().owner(),
                incoming.origin().source().id(),
                article.fullText(),
                article.status() == ArticleStatus.CANCELED,
                article.contentHash());
    }

    /** The same from somebody else. */
    Copy by(String newOwner) {
        return new Copy(newOwner, source, fullText, kill, hash);
    }
}
