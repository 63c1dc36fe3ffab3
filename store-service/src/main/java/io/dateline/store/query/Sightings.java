package io.dateline.store.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.contracts.article.Source;
import java.time.Instant;
import java.util.List;

/**
 * Who else carries an article.
 *
 * @param count how many sources and addresses there are
 * @param items first seen first, at most {@link #MOST}; never null
 */
public record Sightings(long count, List<Item> items) {
    /** Of one answer. */
    public static final int MOST = 50;

    public Sightings {
        items = List.copyOf(items);
    }

    /**
     * One source, at one address.
     *
     * @param source    who carries it; never null
     * @param url       where it stands there, or null
     * @param title     what this source calls it, or null where it says nothing else than the article
     * @param revision  the highest that was known when it was seen
     * @param firstSeen never null
     * @param lastSeen  when it was last told of, never null; no proof that it still stands there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(Source source, String url, String title, int revision, Instant firstSeen, Instant lastSeen) {
        private Item called(String other) {
            return new Item(source, url, other, revision, firstSeen, lastSeen);
        }
    }

    /** With titles only where they differ from the article's. */
    Sightings besides(String title) {
        return new Sightings(
                count,
                items.stream()
                        .map(item -> title.equals(item.title()) ? item.called(null) : item)
                        .toList());
    }

    /** Without any text. */
    Sightings untitled() {
        return new Sightings(
                count, items.stream().map(item -> item.called(null)).toList());
    }
}
