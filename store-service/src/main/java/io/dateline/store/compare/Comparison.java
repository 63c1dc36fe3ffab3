package io.dateline.store.compare;

import io.dateline.contracts.article.RawArticle;
import java.util.List;
import java.util.stream.Stream;

/** What of an article a reader sees changed from one revision to another. */
public final class Comparison {
    private Comparison() {}

    /** @param field {@code title}, {@code summary}, {@code byline} or {@code body} */
    public record Part(String field, TextDiff diff) {}

    /** Those that differ, in the order they are read. */
    public static List<Part> of(RawArticle before, RawArticle after) {
        return Stream.of(
                        new Part("title", TextDiff.of(before.title(), after.title())),
                        new Part("summary", TextDiff.of(before.summary(), after.summary())),
                        new Part("byline", TextDiff.of(before.byline(), after.byline())),
                        new Part("body", TextDiff.of(before.body(), after.body())))
                .filter(part -> !part.diff().same())
                .toList();
    }
}
