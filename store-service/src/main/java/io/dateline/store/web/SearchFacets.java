package io.dateline.store.web;

import io.dateline.store.export.Countries;
import io.dateline.store.query.ArticlePage;
import io.dateline.store.query.ArticlePage.FacetValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a search can be narrowed to. */
final class SearchFacets {
    private static final int VALUES = 10;

    /** In order, what the facets are called on the page. */
    private static final Map<String, String> FILTERS = new LinkedHashMap<>();

    static {
        FILTERS.put("topic", "Topics");
        FILTERS.put("entity", "Names");
        FILTERS.put("place", "Places");
        FILTERS.put("event", "Events");
        FILTERS.put("source", "Sources");
        FILTERS.put("lang", "Languages");
    }

    private SearchFacets() {}

    /** Whether a filter of this name is among them. */
    static boolean has(String name) {
        return FILTERS.containsKey(name);
    }

    static List<SearchView.Facet> of(SearchUrl url, ArticlePage page) {
        // One article cannot be narrowed.
        if (page.facets() == null || page.counted() != null && page.counted().newest() < 2) {
            return List.of();
        }
        return FILTERS.entrySet().stream()
                .map(filter -> new SearchView.Facet(filter.getValue(), values(url, filter.getKey(), page)))
                .filter(facet -> !facet.values().isEmpty())
                .toList();
    }

    private static List<SearchView.Value> values(SearchUrl url, String name, ArticlePage page) {
        List<FacetValue> all = page.facets().getOrDefault(name, List.of());
        return all.stream()
                .filter(value -> url.has(name, value.value()) || !(name.equals("place") && twin(value, all)))
                .limit(VALUES)
                .map(value -> {
                    boolean active = url.has(name, value.value());
                    SearchUrl href = active ? url.without(name, value.value()) : url.with(name, value.value());
                    String label = switch (name) {
                        case "lang" -> Languages.name(value.value());
                        case "event" -> Act.noun(value.value());
                        default -> value.label();
                    };
                    return new SearchView.Value(label, Figures.number(value.count()), active, href.toString());
                })
                .toList();
    }

    /** Whether it is a country that is there by its code too: that finds all that lies in it besides. */
    private static boolean twin(FacetValue value, List<FacetValue> all) {
        return all.stream().anyMatch(other -> Countries.is(value.value(), other.value()));
    }
}
