package io.dateline.store.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.store.query.Paged;
import java.util.List;

/**
 * One page of stories, the one with the latest article first.
 *
 * @param items never null
 * @param next  the cursor of the next page, or null on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoryPage(List<StorySummary> items, String next) implements Paged {
    public StoryPage {
        items = List.copyOf(items);
    }
}
