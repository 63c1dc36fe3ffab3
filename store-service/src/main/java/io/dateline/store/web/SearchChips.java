package io.dateline.store.web;

import io.dateline.store.query.Criterion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The filters of a search, as a person reads them. Names are as {@link io.dateline.store.query.TagNames} tells. */
final class SearchChips {
    /** What the form shows in fields of its own, and what is no filter. */
    private static final Set<String> FIELDS = Set.of("q", "from", "to", "sort", "limit", "cursor", "facets");

    private SearchChips() {}

    /** One for each, with the address that drops it. */
    static List<SearchView.Chip> of(SearchUrl url, Map<String, String> names) {
        Stream<SearchView.Chip> filters = filters(url)
                .flatMap(name -> url.values(name).stream()
                        .map(value -> new SearchView.Chip(
                                kind(name, value),
                                label(name, value, names),
                                url.without(name, value).toString())));
        Stream<SearchView.Chip> dates = Stream.of("from", "to")
                .filter(name -> !url.value(name).isEmpty())
                .map(name -> new SearchView.Chip(
                        "date", name + " " + url.value(name), url.without(name).toString()));
        return Stream.concat(filters, dates).toList();
    }

    /** The names of the parameters that have no field of their own. */
    static Stream<String> filters(SearchUrl url) {
        return url.parameters().keySet().stream()
                .filter(name -> !FIELDS.contains(name)
                        && !(name.equals(SearchView.COPIES) && url.has(name, SearchView.HIDDEN)));
    }

    /** All of a search in one line. */
    static String line(SearchUrl url, Map<String, String> names) {
        return url.parameters().entrySet().stream()
                .flatMap(filter -> filter.getValue().stream()
                        .map(value -> filter.getKey().equals("q") ? value : label(filter.getKey(), value, names)))
                .collect(Collectors.joining(" · "));
    }

    /** What a filter asks for, by name where its id has one. */
    static String label(String name, String value, Map<String, String> names) {
        if (name.startsWith(Criterion.NOT)) {
            return "not " + label(name.substring(Criterion.NOT.length()), value, names);
        }
        String prefix = SearchFacets.has(name) ? "" : name.replace('-', ' ') + " ";
        return prefix
                + switch (name) {
                    case "lang" -> Languages.name(value);
                    case "event" -> Act.noun(value);
                    default -> names.getOrDefault(name + ":" + value, value);
                };
    }

    /** Style class. */
    static String kind(String name, String value) {
        return Criterion.of(name)
                .map(criterion -> switch (criterion) {
                    case ENTITY, SPEAKER, ACTOR, RECIPIENT -> EntityKind.of(value);
                    case PLACE, EVENT_PLACE -> "loc";
                    default -> criterion.parameter();
                })
                .orElse(name);
    }
}
