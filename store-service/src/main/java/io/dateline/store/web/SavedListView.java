package io.dateline.store.web;

import io.dateline.store.saved.SavedQuery;
import io.dateline.store.saved.SavedQueryPage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** @param names what the ids they ask for are called */
    static SavedListView of(SavedQueryPage saved, Map<String, String> names, SavedForm form) {
        return new SavedListView(
                form, saved.items().stream().map(one -> line(one, names)).toList());
    }

    /** What all of them ask for together, so that one question to the database names it. */
    static Map<String, List<String>> asked(List<SavedQuery> saved) {
        return saved.stream()
                .flatMap(one -> SearchUrl.read(one.query()).parameters().entrySet().stream())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList()));
    }

    /** The filters of a search as the form takes them. */
    static String query(SearchUrl search) {
        SearchUrl filters = search;
        for (String name : NO_FILTERS) {
            filters = filters.without(name);
        }
        return filters.toString().replaceFirst("^/search\\??", "");
    }

    private static Line line(SavedQuery saved, Map<String, String> names) {
        SavedView.Hook hook = SavedView.hook(saved.webhook());
        return new Line(
                "/saved/" + saved.id(),
                saved.name(),
                SavedView.words(saved, names),
                hook == null ? "none" : hook.dot(),
                hook == null ? "no webhook" : hook.state(),
                hook == null ? null : hook.url());
    }
}
