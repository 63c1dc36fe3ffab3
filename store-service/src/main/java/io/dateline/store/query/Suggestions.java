package io.dateline.store.query;

import java.util.List;

/**
 * Names that begin so.
 *
 * @param items the most used first, then those not in use of late by letters; never null
 */
public record Suggestions(List<Suggestion> items) {
    public Suggestions {
        items = List.copyOf(items);
    }

    /**
     * @param kind  {@code entity}, {@code topic}, {@code place} or {@code source}, the parameter of the search; never null
     * @param value what that parameter takes; never null
     * @param label for a person; never null
     */
    public record Suggestion(String kind, String value, String label) {}
}
