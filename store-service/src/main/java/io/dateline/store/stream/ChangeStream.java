package io.dateline.store.stream;

import io.dateline.store.query.ArticleQuery;
import io.smallrye.mutiny.Multi;
import java.util.List;

/** Follows what is stored, each revision once and in commit order. */
public interface ChangeStream {

    /** Who follows at this instance now, pages included. */
    int clients();

    /**
     * Everything stored after {@code after} that matches, first from the table, then live, without gap or repeat, as
     * many at a time as there are for it, up to 20. Of the query only the filters count. Never completes. A subscriber is handed changes as it asks for them, and one that
     * falls far behind reads from the table at its own pace; one that takes nothing at all for long fails
     * ({@link StalledException}) and can resume after the last change it took. This call blocks on the database, to look
     * up what is kept and what names in filters mean; items arrive on other threads.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code too-many-clients} where all places are taken, or
     *     all that whoever asks by the present request may have,
     *     {@code cursor-expired} where changes after {@code after} were dropped (thrown by this call)
     */
    Multi<List<Change>> follow(long after, ArticleQuery filter);

    /**
     * The last {@code seq} committed, 0 for an empty store. Blocks on the database.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code store-unavailable}
     */
    long last();
}
