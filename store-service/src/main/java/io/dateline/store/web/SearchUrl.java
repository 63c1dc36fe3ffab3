package io.dateline.store.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The address of a search, to be narrowed and widened. Immutable; empty values are left out, and parameters stand in one
 * order, so that one search has one address.
 */
record SearchUrl(Map<String, List<String>> parameters) {
    private static final List<String> ORDER = List.of(
            "q", "topic", "entity", "place", "source", "lang", "from", "to", "sort", "limit", "facets", "cursor");
    private static final Comparator<String> BY_ORDER = Comparator.<String>comparingInt(
                    name -> ORDER.contains(name) ? ORDER.indexOf(name) : ORDER.size())
            .thenComparing(Comparator.naturalOrder());

    /** Declared after the order, which it needs. */
    static final SearchUrl EMPTY = new SearchUrl(Map.of());

    SearchUrl {
        Map<String, List<String>> kept = new TreeMap<>(BY_ORDER);
        parameters.forEach((name, values) -> {
            List<String> present =
                    values.stream().filter(value -> !value.isBlank()).distinct().toList();
            if (!present.isEmpty()) {
                kept.put(name, present);
            }
        });
        parameters = kept;
    }

    /** Of a query as an address has it, without the question mark. */
    static SearchUrl read(String query) {
        SearchUrl url = EMPTY;
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                url = url.with(decode(parts[0]), decode(parts[1]));
            }
        }
        return url;
    }

    /** The search for one value alone. */
    static String to(String name, String value) {
        return EMPTY.with(name, value).toString();
    }

    SearchUrl with(String name, String value) {
        return changed(name, values -> values.add(value));
    }

    SearchUrl without(String name, String value) {
        return changed(name, values -> values.remove(value));
    }

    SearchUrl without(String name) {
        return changed(name, List::clear);
    }

    boolean has(String name, String value) {
        return values(name).contains(value);
    }

    List<String> values(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** The value of a parameter that is given once, empty where it is not. */
    String value(String name) {
        return values(name).isEmpty() ? "" : values(name).get(0);
    }

    private SearchUrl changed(String name, Consumer<List<String>> change) {
        Map<String, List<String>> copy = new HashMap<>(parameters);
        List<String> values = new ArrayList<>(values(name));
        change.accept(values);
        copy.put(name, values);
        return new SearchUrl(copy);
    }

    /** Path and query of the search, encoded. */
    @Override
    public String toString() {
        return at("/search");
    }

    /** The same question asked at another address. */
    String at(String path) {
        String query = parameters.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> encode(entry.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
