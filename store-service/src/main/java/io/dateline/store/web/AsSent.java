package io.dateline.store.web;

import io.dateline.contracts.article.RawArticle;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the publisher says of an article, each value leading to all articles that say the same.
 *
 * @param label what a reader calls it
 * @param links never empty
 */
public record AsSent(String label, List<StoryView.Link> links) {
    /** Some publishers send dozens of keywords. */
    private static final int MOST = 12;
    /** What a search takes. */
    private static final int LONGEST = 300;

    /** Those of which the article has any. A line of several names is shown as printed, and leads nowhere. */
    static List<AsSent> of(RawArticle article) {
        return Stream.of(
                        sent("Author", "author", article.authors()),
                        sent("Filed under", "category", article.categories()),
                        sent("Slugline", "slugline", one(article.slugline())),
                        sent("Agency", "agency", one(article.agency())),
                        sent(
                                "Urgency",
                                "urgency",
                                article.urgency() == null
                                        ? List.of()
                                        : List.of(article.urgency().toString())))
                .filter(sent -> !sent.links().isEmpty())
                .toList();
    }

    private static List<String> one(String text) {
        return text == null ? List.of() : List.of(text);
    }

    private static AsSent sent(String label, String filter, List<String> values) {
        return new AsSent(
                label,
                values.stream()
                        .filter(value -> !value.isBlank() && value.length() <= LONGEST)
                        .limit(MOST)
                        .map(value -> new StoryView.Link(filter, value, SearchUrl.to(filter, value)))
                        .toList());
    }
}
