package io.dateline.store.query;

import java.util.List;

/**
 * A piece of an article in which words of the question occur; plain text, not HTML.
 *
 * @param field {@code title} or {@code body}; never null
 * @param text  never null
 * @param spans where they occur, in text order; never empty
 */
public record Excerpt(String field, String text, List<Place> spans) {
    public Excerpt {
        spans = List.copyOf(spans);
    }

    /**
     * @param start in UTF-16 code units of {@code text}
     * @param end   exclusive
     */
    public record Place(int start, int end) {}
}
