package io.dateline.store.query;

import java.util.List;

/**
 * Articles over time, by their {@code sortAt}.
 *
 * @param interval never null
 * @param items    oldest first; a bucket without articles is left out; never null
 */
public record Histogram(Interval interval, List<Bucket> items) {
    public Histogram {
        items = List.copyOf(items);
    }
}
