package io.dateline.store.stream;

import io.dateline.store.query.Filter;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Finds the filters that make a page of changes dear for everybody who follows: after a page that cost too much the next is
 * matched by halves, and the dearer half is to be set apart, until pages are cheap again. Not for use by several threads.
 */
final class Expense {
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

    /** How the next page is to be matched: with all filters at once, or first with one half and then with the other. */
    List<List<Filter>> parts(List<Filter> filters) {
        int half = filters.size() / 2;
        return halving && half > 0
                ? List.of(filters.subList(0, half), filters.subList(half, filters.size()))
                : List.of(filters);
    }

    /**
     * The filters to be set apart now; mostly none.
     *
     * @param costs of one page, not empty
     */
    List<Filter> judge(List<Cost> costs) {
        Duration whole = costs.stream().map(Cost::took).reduce(Duration.ZERO, Duration::plus);
        boolean halved = halving;
        halving = whole.compareTo(limit) > 0;
        Cost dearest = costs.stream()
                .reduce((one, other) -> one.took().compareTo(other.took()) < 0 ? other : one)
                .orElseThrow();
        boolean found = costs.size() > 1 || halved || dearest.part().size() == 1;
        return halving && found ? dearest.part() : List.of();
    }
}
