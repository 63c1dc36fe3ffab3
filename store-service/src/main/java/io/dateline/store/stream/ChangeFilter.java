package io.dateline.store.stream;

import io.dateline.store.query.Filter;
import io.dateline.store.stream.ChangeReader.Found;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Whether a change is for a follower. */
record ChangeFilter(Filter filter) {

    boolean matches(Found found) {
        // Nobody knows any more what it matched: whoever has it must hear.
        if (found.change().erasedAt() != null) {
            return true;
        }
        if (found.dropped()) {
            return false;
        }
        // Whoever got an earlier revision must hear that the article is gone.
        return fits(found.change().tags(), found.sortAt(), found.matched())
                || found.earlier().stream()
                        .anyMatch(earlier -> fits(earlier.tags(), earlier.sortAt(), earlier.matched()));
    }

    private boolean fits(Set<String> tags, Instant sortAt, Set<Filter> matched) {
        return (!filter.deep() || matched.contains(filter))
                && filter.tagGroups().stream().allMatch(group -> group.stream().anyMatch(tags::contains))
                && filter.excluded().stream().noneMatch(tags::contains)
                && filter.sorted().holds(sortAt);
    }

    /** What the database must look at in each change for this filter. */
    List<Filter> deep() {
        return filter.deep() ? List.of(filter) : List.of();
    }
}
