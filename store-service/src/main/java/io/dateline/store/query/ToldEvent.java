package io.dateline.store.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.contracts.enriched.Event;
import java.time.Instant;
import java.util.List;

/**
 * An event with one page of those who tell it.
 *
 * @param event as its newest telling has it; never null
 * @param items tellings, newest first; never null
 * @param next  the cursor of the next page, or null on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ToldEvent(EventItem event, List<Telling> items, String next) implements Paged {
    public ToldEvent {
        items = List.copyOf(items);
    }

    /**
     * The event in one article.
     *
     * @param article  id of the article; never null
     * @param revision its head
     * @param title    of the article; never null
     * @param source   id of the source; never null
     * @param sortAt   of the article; never null
     * @param event    as it was found, with every span; never null
     */
    public record Telling(String article, int revision, String title, String source, Instant sortAt, Event event) {}
}
