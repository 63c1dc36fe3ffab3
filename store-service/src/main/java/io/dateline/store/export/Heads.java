package io.dateline.store.export;

import io.dateline.store.query.ArticleKeys.Key;
import io.dateline.store.query.ArticleReading;
import io.dateline.store.query.ArticleReading.Piece;
import io.dateline.store.query.StoredArticle;
import java.util.List;
import java.util.function.Function;

/** Goes through articles a few at a time. */
final class Heads {
    private Heads() {}

    /** What becomes of one article. */
    interface Sink<E extends Exception> {
        void accept(StoredArticle article) throws E;
    }

    /** In the order of the keys; those that may no longer be shown are left out. */
    static <E extends Exception> void each(ArticleReading articles, List<Key> keys, Sink<E> sink) throws E {
        pieces(articles::heads, keys, sink);
    }

    /** The same with no more of each article than {@link ArticleReading#beginnings} has. */
    static <E extends Exception> void eachBeginning(ArticleReading articles, List<Key> keys, Sink<E> sink) throws E {
        pieces(articles::beginnings, keys, sink);
    }

    private static <E extends Exception> void pieces(Function<List<Key>, Piece> reading, List<Key> keys, Sink<E> sink)
            throws E {
        int from = 0;
        while (from < keys.size()) {
            int to = Math.min(keys.size(), from + ArticleReading.DOCUMENTS);
            Piece piece = reading.apply(keys.subList(from, to));
            for (StoredArticle article : piece.articles()) {
                sink.accept(article);
            }
            from += piece.keys();
        }
    }
}
