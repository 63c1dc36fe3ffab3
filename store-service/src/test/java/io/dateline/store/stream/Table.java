package io.dateline.store.stream;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.Filter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/** Changes as the table holds them, numbered from 1, of which some bear the tag {@code topic:wanted}; remembers what was asked. */
final class Table extends ChangeReader {
    final List<Integer> asked = new ArrayList<>();
    volatile long first = 1;
    /** More than so many at once take longer than a question may. */
    volatile int most = Integer.MAX_VALUE;

    /** Told of each filter that is matched. */
    volatile Consumer<Filter> matching = filter -> {};

    volatile long last;
    private final LongPredicate wanted;

    Table(long last, LongPredicate wanted) {
        super(null);
        this.last = last;
        this.wanted = wanted;
    }

    Found found(long seq) {
        Set<String> tags = wanted.test(seq) ? Set.of("topic:wanted") : Set.of();
        Change change = new Change(seq, "a" + seq, 1, ArticleStatus.USABLE, null, null, tags);
        return new Found(change, Instant.EPOCH, List.of(), new HashSet<>());
    }

    /** How often it was asked. */
    synchronized int times() {
        return asked.size();
    }

    @Override
    public long last() {
        return last;
    }

    @Override
    synchronized List<Found> read(long after, int limit, List<Filter> deep) {
        asked.add(limit);
        if (limit > most) {
            throw new ProblemException(ProblemCode.QUERY_TIMEOUT, "on purpose");
        }
        if (after < last) {
            deep.forEach(matching);
        }
        return LongStream.rangeClosed(Math.max(first, after + 1), Math.min(last, after + limit))
                .mapToObj(this::found)
                .peek(found -> found.matched().addAll(deep))
                .toList();
    }
}
