package io.dateline.store.stream;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.store.query.ArticleQuery.Duplicates;
import io.dateline.store.query.ArticleQuery.Where;
import io.dateline.store.query.Filter;
import io.dateline.store.query.Period;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** A client that asks for nothing by itself, and remembers what it was told. */
final class Told implements Subscriber<List<Change>> {
    static final ChangeFilter WANTED = new ChangeFilter(filter(null));

    /** Deep. */
    static Filter words(String text) {
        return filter(new Filter.Words(text, Where.values()[0]));
    }

    private static Filter filter(Filter.Words words) {
        return new Filter(
                words,
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
                null);
    }

    static final Follower.Readers READERS = new Follower.Readers(Runnable::run, Runnable::run);

    /** Where nothing is too dear. */
    static Tail tail(ChangeReader reader, int recent) {
        Expense none = new Expense(Duration.ofHours(1), Duration.ofHours(1), System::nanoTime);
        return new Tail(reader, Duration.ofMillis(5), recent, none, () -> {});
    }

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
