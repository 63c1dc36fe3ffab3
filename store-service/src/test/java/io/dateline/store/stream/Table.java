package io.dateline.store.stream;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.store.query.Filter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/** Changes as the table holds them, numbered from 1, of which some bear the tag {@code topic:wanted}; remembers what was asked. */
final class Table extends ChangeReader {
    final List<Integer> asked = new ArrayList<>();
    volatile long first = 1;
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
        return new Found(change, Instant.EPOCH, new HashSet<>());
    }

    @Override
    synchronized List<Found> read(long after, int limit, List<Filter> deep) {
        asked.add(limit);
        return LongStream.rangeClosed(Math.max(first, after + 1), Math.min(last, after + limit))
                .mapToObj(this::found)
                .toList();
    }
}
