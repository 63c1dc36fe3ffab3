package io.dateline.store.query;

import java.time.Instant;
import java.util.List;

/**
 * Which articles a page holds, without their text.
 *
 * @param items newest first; never null
 * @param next  the cursor of the next page, or null on the last one
 */
public record ArticleKeys(List<Key> items, String next) {
    public ArticleKeys {
        items = List.copyOf(items);
    }

    /**
     * One article as it stood when the page was read.
     *
     * @param id         never null
     * @param revision   its head
     * @param seq        place of the head in the order of changes
     * @param enrichment version of the tags that are shown; never null
     * @param sortAt     never null
     * @param storedAt   when the head was stored; never null
     */
    public record Key(String id, int revision, long seq, String enrichment, Instant sortAt, Instant storedAt) {}
}
