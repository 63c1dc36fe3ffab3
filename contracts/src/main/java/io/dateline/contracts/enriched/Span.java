package io.dateline.contracts.enriched;

/**
 * Evidence: the exact words a tag came from.
 *
 * @param field   {@code title} or {@code body} of the article; never null
 * @param start   first UTF-16 code unit, 0 or higher
 * @param end     one past the last code unit, above {@code start}
 * @param surface {@code field.substring(start, end)}, always
 */
public record Span(String field, int start, int end, String surface) {

    /** The span of {@code text[start, end)}; throws {@link IndexOutOfBoundsException} where it lies outside. */
    public static Span of(String field, String text, int start, int end) {
        return new Span(field, start, end, text.substring(start, end));
    }
}
