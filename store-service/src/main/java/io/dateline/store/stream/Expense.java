package io.dateline.store.stream;

import io.dateline.store.query.Filter;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Finds the filters that make a page of changes dear for everybody who follows: after a page that cost too much the next is
 * matched by halves, and the dearer half is to be set apart, until pages are cheap again. Nobody is set apart where it is the
 * changes themselves that take long to read. Not for use by several threads.
 */
final class Expense {
    /** A half is dear where reading changes with it takes so many times as long as without any. */
    private static final int CLEARLY = 2;

    private final Duration limit;
    private final Duration apart;
    private final LongSupplier nanos;
    private boolean halving;

    /**
     * @param limit what matching one page may take
     * @param apart for so long a follower is set apart
     * @param nanos a clock that only goes forward, as {@link System#nanoTime}
     */
    Expense(Duration limit, Duration apart, LongSupplier nanos) {
        this.limit = limit;
        this.apart = apart;
        this.nanos = nanos;
    }

    long now() {
        return nanos.getAsLong();
    }

    /** When one that is set apart now is to follow with the others again. */
    long apartUntil() {
        return now() + apart.toNanos();
    }

    /** A part of the filters, and what matching a page with it took. */
    record Cost(List<Filter> part, Duration took) {}

    /**
     * How the next page is to be matched: with all filters at once, or with none, then with one half, and then with the
     * other.
     */
    List<List<Filter>> parts(List<Filter> filters) {
        if (!halving || filters.isEmpty()) {
            return List.of(filters);
        }
        int half = filters.size() / 2;
        List<Filter> rest = filters.subList(half, filters.size());
        return half == 0 ? List.of(List.of(), rest) : List.of(List.of(), filters.subList(0, half), rest);
    }

    /**
     * The filters to be set apart now; mostly none.
     *
     * @param costs of the parts of one page that holds something, in order, up to the one that took longer than a question
     *     may, if any did; not empty
     */
    List<Filter> judge(List<Cost> costs) {
        Cost first = costs.get(0);
        if (!halving) {
            halving = first.took().compareTo(limit) > 0 && !first.part().isEmpty();
            return List.of();
        }
        Duration bare = first.took();
        Duration whole = bare;
        Cost dearest = first;
        for (Cost half : costs.subList(1, costs.size())) {
            whole = whole.plus(half.took()).minus(bare);
            dearest = half.took().compareTo(dearest.took()) > 0 ? half : dearest;
        }
        // Where nobody is to blame now, the next page that is dear is looked at anew.
        halving = whole.compareTo(limit) > 0 && dearest.took().compareTo(bare.multipliedBy(CLEARLY)) >= 0;
        return halving ? dearest.part() : List.of();
    }
}
