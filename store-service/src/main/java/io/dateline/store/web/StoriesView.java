package io.dateline.store.web;

import io.dateline.store.story.StoryPage;
import io.dateline.store.story.StoryQuery;
import java.time.Instant;
import java.util.List;

/**
 * A page of stories.
 *
 * @param form    what is asked; never null
 * @param plain   whether nothing is: those that at least two sources report
 * @param stories never null
 * @param largest whether those with most articles come first
 * @param other   address of the same in the other order
 * @param older   address of what follows, or null
 */
public record StoriesView(
        EventsView.Form form,
        boolean plain,
        List<ThreadView.Line> stories,
        boolean largest,
        String other,
        String older) {
    private static final String ADDRESS = "/stories";
    private static final List<String> FIELDS = List.of("event", "event-place", "min-sources");

    /** @param asked with the cursor; without {@code min-sources} where nothing is asked */
    static StoriesView of(SearchUrl asked, boolean plain, StoryQuery.Sort sort, StoryPage page, Instant now) {
        boolean largest = sort == StoryQuery.Sort.LARGEST;
        SearchUrl first = asked.without("cursor");
        SearchUrl unsorted = first.without("sort");
        return new StoriesView(
                EventsView.form(plain ? first.with("min-sources", "2") : first, FIELDS),
                plain,
                page.items().stream().map(story -> ThreadView.line(story, now)).toList(),
                largest,
                (largest ? unsorted : unsorted.with("sort", "largest")).at(ADDRESS),
                page.next() == null ? null : first.with("cursor", page.next()).at(ADDRESS));
    }
}
