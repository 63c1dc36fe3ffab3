package io.dateline.store.stream;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.store.query.ArticleQuery.Duplicates;
import io.dateline.store.query.Filter;
import io.dateline.store.query.Period;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** A client that asks for nothing by itself, and remembers what it was told. */
final class Told implements Subscriber<List<Change>> {
    static final ChangeFilter WANTED = new ChangeFilter(new Filter(
            null,
            List.of(List.of("topic:wanted")),
            Set.of(),
            List.of(),
            null,
            Duplicates.ALL,
            ArticleStatus.USABLE,
            Period.ALWAYS,
            Period.ALWAYS,
            Period.ALWAYS,
            Period.ALWAYS,
            null));

    final List<Long> seqs = new CopyOnWriteArrayList<>();
    volatile int times;
    volatile Throwable failure;
    volatile RuntimeException thrown;

    @Override
    public void onSubscribe(Subscription subscription) {
        // The test asks.
    }

    @Override
    public void onNext(List<Change> changes) {
        times++;
        if (thrown != null) {
            throw thrown;
        }
        changes.forEach(change -> seqs.add(change.seq()));
    }

    @Override
    public void onError(Throwable failure) {
        this.failure = failure;
    }

    @Override
    public void onComplete() {
        throw new AssertionError("the stream has no end");
    }
}
