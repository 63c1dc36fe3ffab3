package io.dateline.store.query;

import java.util.Optional;

/** What the store can be asked. Every call blocks on the database. */
public interface ArticleQueries {

    /**
     * One page.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code invalid-cursor}, {@code cursor-expired}, {@code query-timeout} or
     *     {@code store-unavailable}
     */
    ArticlePage find(ArticleQuery query);

    /**
     * The head of an article; empty where the store has none or it is under embargo.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code withdrawn} where the owner killed it,
     *     {@code erased} where it was erased on request, {@code expired} where its month was dropped
     */
    Optional<StoredArticle> get(String id);

    /** One revision of an article, under the same rules as {@link #get(String)}. */
    Optional<StoredArticle> get(String id, int revision);
}
