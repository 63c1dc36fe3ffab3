package io.dateline.enrich.pipeline;

import io.dateline.contracts.enriched.Span;
import io.dateline.enrich.text.Tokenizer;
import io.dateline.enrich.text.Tokens;

/**
 * A text field of an article with its tokens.
 *
 * @param name   {@code title} or {@code body}
 * @param tokens of the field's text; never null
 */
public record Field(String name, Tokens tokens) {
    static Field of(String name, String text) {
        return new Field(name, Tokenizer.tokenize(text));
    }

    public String text() {
        return tokens.text();
    }

    /** Evidence for tokens {@code [from, to)}. */
    public Span span(int from, int to) {
        return Span.of(name, tokens.text(), tokens.start(from), tokens.end(to - 1));
    }
}
