package io.dateline.store.web;

import io.dateline.store.saved.SavedQuery;
import io.dateline.store.saved.SavedQueryPage;
import java.util.List;

/**
 * All saved queries, and the form for another.
 *
 * @param form  never null
 * @param lines never null
 */
public record SavedListView(SavedForm form, List<Line> lines) {
    private static final List<String> NO_FILTERS = List.of("sort", "limit", "cursor", "facets", "highlight");

    /** @param dot style class of its state */
    public record Line(String href, String name, String query, String dot, String state, String url) {}

    static SavedListView of(SavedQueryPage saved, SavedForm form) {
        return new SavedListView(
                form, saved.items().stream().map(SavedListView::line).toList());
    }

    /** The filters of a search as the form takes them. */
    static String query(SearchUrl search) {
        SearchUrl filters = search;
        for (String name : NO_FILTERS) {
            filters = filters.without(name);
        }
        return filters.toString().replaceFirst("^/search\\??", "");
    }

    private static Line line(SavedQuery saved) {
        SavedView.Hook hook = SavedView.hook(saved.webhook());
        return new Line(
                "/saved/" + saved.id(),
                saved.name(),
                saved.query().isEmpty() ? "everything" : SavedView.readable(saved.query()),
                hook == null ? "none" : hook.dot(),
                hook == null ? "no webhook" : hook.state(),
                hook == null ? null : hook.url());
    }
}
