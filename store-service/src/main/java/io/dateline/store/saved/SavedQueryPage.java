package io.dateline.store.saved;

import java.util.List;

/** All saved queries, by name. There are a thousand at most. */
public record SavedQueryPage(List<SavedQuery> items) {
    public SavedQueryPage {
        items = List.copyOf(items);
    }

    /** See {@link SavedQuery#veiled}. */
    public SavedQueryPage veiled() {
        return new SavedQueryPage(items.stream().map(SavedQuery::veiled).toList());
    }
}
