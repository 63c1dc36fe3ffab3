package io.dateline.store.web;

import io.dateline.contracts.http.Problem;
import io.dateline.store.query.ArticleItem;
import io.dateline.store.query.ArticlePage;
import io.dateline.store.query.Excerpt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A search and its answer.
 *
 * @param form    what was asked, to fill the form again
 * @param chips   the filters in force, each with the address that drops it; never null
 * @param facets  never null
 * @param stories never null
 * @param older   address of the next page, or null
 * @param newest  address of the first page, null where this is it
 * @param count   how many there are, as far as that is known; null where nothing was found
 * @param problem what was wrong with the question, or null
 * @param bars    how many there were when, or null where that is not shown
 * @param about   pages of the entities and topics in force; never null
 * @param exports the same question in other formats; never null
 */
public record SearchView(
        Form form,
        List<Chip> chips,
        List<Facet> facets,
        List<StoryView> stories,
        String older,
        String newest,
        String count,
        Problem problem,
        TimeBars bars,
        List<StoryView.Link> about,
        List<StoryView.Link> exports) {

    /** Says which of several articles of one story are found, and that it is the newest alone. */
    static final String COPIES = "dup";

    static final String HIDDEN = "story";

    /** The same search, of each story the newest article alone. */
    static SearchUrl withoutCopies(SearchUrl search) {
        return search.without(COPIES).with(COPIES, HIDDEN);
    }

    /**
     * @param copiesHidden whether of each story the newest article alone is shown
     * @param hidden       filters that the form carries along
     */
    public record Form(
            String q,
            String from,
            String to,
            String sort,
            boolean ofEntity,
            boolean copiesHidden,
            List<Hidden> hidden) {

        /** Of withdrawn articles it is not known which are copies. */
        public boolean ofWithdrawn() {
            return hidden.stream().anyMatch(one -> one.name().equals("status"));
        }

        public boolean oldestFirst() {
            return sort.equals("oldest");
        }

        /** What stands on the first page. */
        public String beginning() {
            return oldestFirst() ? "oldest" : "newest";
        }

        /** What further pages lead to. */
        public String direction() {
            return oldestFirst() ? "later" : "older";
        }
    }

    public record Hidden(String name, String value) {}

    /** @param kind style class */
    public record Chip(String kind, String label, String without) {}

    public record Facet(String label, List<Value> values) {}

    /** @param href narrows the search to this value, or drops it where it is in force */
    public record Value(String label, String count, boolean active, String href) {}

    /**
     * @param names what ids in force are called
     * @param bars  or null
     */
    static SearchView of(SearchUrl asked, ArticlePage page, Map<String, String> names, TimeBars bars, Instant now) {
        SearchUrl first = asked.without("cursor");
        return new SearchView(
                form(first),
                SearchChips.of(first, names),
                SearchFacets.of(first, page),
                page.items().stream()
                        .map(item -> StoryView.of(item, excerpts(page, item), now))
                        .toList(),
                page.next() == null ? null : first.with("cursor", page.next()).toString(),
                asked.equals(first) ? null : first.toString(),
                page.items().isEmpty() ? null : ResultCount.of(page, asked.equals(first), first.has("sort", "oldest")),
                null,
                bars,
                about(first, names),
                exports(first));
    }

    private static List<Excerpt> excerpts(ArticlePage page, ArticleItem item) {
        return page.highlights() == null ? List.of() : page.highlights().getOrDefault(item.id(), List.of());
    }

    static SearchView failed(SearchUrl asked, Problem problem) {
        SearchUrl first = asked.without("cursor");
        String restart = "invalid-cursor".equals(problem.code()) ? first.toString() : null;
        return new SearchView(
                form(first),
                SearchChips.of(first, Map.of()),
                List.of(),
                List.of(),
                null,
                restart,
                null,
                problem,
                null,
                List.of(),
                List.of());
    }

    /** Whether nothing at all was asked, so that an empty answer means an empty store. */
    public boolean unfiltered() {
        return form.q().isEmpty()
                && form.from().isEmpty()
                && form.to().isEmpty()
                && form.hidden().isEmpty();
    }

    /** Whether it is worth saving: something was asked, and could be answered. */
    public boolean savable() {
        return problem == null && !unfiltered() && !form.ofWithdrawn();
    }

    /** Address of the form that saves it, filled with what was asked. */
    public String save() {
        SearchUrl url =
                SearchUrl.EMPTY.with("q", form.q()).with("from", form.from()).with("to", form.to());
        for (Hidden hidden : form.hidden()) {
            url = url.with(hidden.name(), hidden.value());
        }
        // Which articles copy which is not known yet when a saved search is asked.
        url = url.without(COPIES);
        return url.toString().replaceFirst("^/search", "/saved");
    }

    /**
     * Address of the articles about the name that was typed, where it is written without spaces between words; else
     * null.
     */
    public String byName() {
        if (!Unspaced.in(form.q())) {
            return null;
        }
        SearchUrl url = SearchUrl.EMPTY.with("from", form.from()).with("to", form.to());
        for (Hidden hidden : form.hidden()) {
            url = url.with(hidden.name(), hidden.value());
        }
        return url.with("entity", form.q()).toString();
    }

    public boolean invalid(String name) {
        return problem != null
                && problem.errors().stream().anyMatch(fault -> fault.where().equals(name));
    }

    private static List<StoryView.Link> about(SearchUrl url, Map<String, String> names) {
        return Stream.of("entity", "topic")
                .flatMap(name -> url.values(name).stream()
                        .filter(value -> value.contains(":"))
                        .map(value -> new StoryView.Link(
                                SearchChips.kind(name, value),
                                names.getOrDefault(name + ":" + value, value),
                                name.equals("entity") ? Addresses.entity(value) : Addresses.topic(value))))
                .toList();
    }

    /** What pages and orders is the reader's of this page; exports have rules of their own for it. */
    private static List<StoryView.Link> exports(SearchUrl first) {
        if (!first.value("status").isEmpty()) {
            return List.of();
        }
        SearchUrl filters =
                first.without("sort").without("limit").without("facets").without("highlight");
        return List.of(
                new StoryView.Link("export", "Atom", filters.at("/api/export/articles.atom")),
                new StoryView.Link("export", "JSON Feed", filters.at("/api/export/articles.feed.json")),
                new StoryView.Link("export", "NDJSON", filters.at("/api/export/articles.ndjson")));
    }

    private static Form form(SearchUrl url) {
        List<Hidden> hidden = new ArrayList<>();
        SearchChips.filters(url)
                .forEach(name -> url.values(name).forEach(value -> hidden.add(new Hidden(name, value))));
        return new Form(
                url.value("q"),
                url.value("from"),
                url.value("to"),
                url.value("sort"),
                !url.values("entity").isEmpty(),
                url.has(COPIES, HIDDEN),
                List.copyOf(hidden));
    }
}
