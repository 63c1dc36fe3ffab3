package io.dateline.store.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.contracts.article.Source;
import java.time.Instant;
import java.util.List;

/**
 * One page of sources.
 *
 * @param items in the order of their ids; never null
 * @param next  the cursor of the next page, or null on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceList(List<Known> items, String next) implements Paged {
    public SourceList {
        items = List.copyOf(items);
    }

    /**
     * A source.
     *
     * @param source      as its newest article names it; never null
     * @param articles    that lists may show; at most 10,000 are counted
     * @param approximate whether there are more
     * @param newestAt    {@code sortAt} of its newest article; never null
     * @param storedAt    when the store took that one; never null
     */
    public record Known(Source source, long articles, boolean approximate, Instant newestAt, Instant storedAt) {}
}
