package io.dateline.store.export;

import io.dateline.store.query.ArticleKeys.Key;
import io.dateline.store.query.ArticleReading;
import io.dateline.store.query.StoredArticle;
import java.util.List;

/** Goes through articles a few at a time. */
final class Heads {
    private Heads() {}

    /** What becomes of one article. */
    interface Sink<E extends Exception> {
        void accept(StoredArticle article) throws E;
    }

    /** In the order of the keys; those that may no longer be shown are left out. */
    static <E extends Exception> void each(ArticleReading articles, List<Key> keys, Sink<E> sink) throws E {
        for (int from = 0; from < keys.size(); from += ArticleReading.DOCUMENTS) {
            int to = Math.min(keys.size(), from + ArticleReading.DOCUMENTS);
            for (StoredArticle article : articles.heads(keys.subList(from, to))) {
                sink.accept(article);
            }
        }
    }
}
