package io.dateline.store.stream;

import io.dateline.store.query.Filter;
import io.dateline.store.stream.ChangeReader.Found;
import java.util.List;

/** Whether a change is for a follower. */
record ChangeFilter(Filter filter) {

    boolean matches(Found found) {
        // Nobody knows any more what it matched: whoever has it must hear.
        if (found.change().erasedAt() != null) {
            return true;
        }
        if (filter.text() != null && !found.matched().contains(filter.text())) {
            return false;
        }
        for (List<String> group : filter.tagGroups()) {
            if (group.stream().noneMatch(found.change().tags()::contains)) {
                return false;
            }
        }
        return (filter.from() == null || !found.sortAt().isBefore(filter.from()))
                && (filter.to() == null || found.sortAt().isBefore(filter.to()));
    }

    /** What the database must say about each change for this filter. */
    List<String> texts() {
        return filter.text() == null ? List.of() : List.of(filter.text());
    }
}
