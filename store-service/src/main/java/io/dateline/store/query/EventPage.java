package io.dateline.store.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One page of events.
 *
 * @param items last told first; never null
 * @param next  the cursor of the next page, or null on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventPage(List<EventItem> items, String next) implements Paged {
    public EventPage {
        items = List.copyOf(items);
    }
}
