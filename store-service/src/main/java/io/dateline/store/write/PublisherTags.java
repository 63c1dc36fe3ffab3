package io.dateline.store.write;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.Dateline;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.query.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The tags of what the publisher says of an article: who wrote it, under which words it is filed, where it stands. */
final class PublisherTags {
    /** Names of authors, and words of the publisher's own: there are pages that list whole newsrooms and dictionaries. */
    static final int AUTHORS = 20;

    static final int CATEGORIES = 30;
    /** Levels of a domain, the widest first. */
    static final int LEVELS = 5;

    private static final Pattern BY =
            Pattern.compile("^(?:(?:written|reported|reporting|story|text|words) )?(?:by|von|par|por)(?:: ?| )");
    private static final Pattern BETWEEN = Pattern.compile(" ?(?:[,;&|/]|\\b(?:and|und|et|y|in|editing|for)\\b) ?");

    private final Set<String> tags = new LinkedHashSet<>();

    private PublisherTags() {}

    /** {@code kind:value} each, none twice. */
    static Set<String> of(EnrichedArticle enriched) {
        RawArticle article = enriched.article();
        PublisherTags all = new PublisherTags();
        all.folded("author", authors(article), AUTHORS);
        all.folded("category", article.categories(), CATEGORIES);
        all.folded("agency", agencies(article.agency(), enriched.dateline()), 2);
        if (article.slugline() != null) {
            all.folded("slugline", List.of(article.slugline()), 1);
        }
        if (article.urgency() != null) {
            all.tags.add("urgency:" + article.urgency());
        }
        if (article.url() != null) {
            all.address(article.url());
        }
        return all.tags;
    }

    private void folded(String kind, List<String> values, int most) {
        values.stream()
                .map(Spelling::folded)
                .filter(value -> !value.isEmpty())
                .distinct()
                .limit(most)
                .forEach(value -> tags.add(kind + ":" + value));
    }

    /** Names as listed and as they stand in a line of several; the printed line alone where none is listed. */
    private static List<String> authors(RawArticle article) {
        if (article.authors().isEmpty()) {
            return article.byline() == null ? List.of() : names(article.byline());
        }
        List<String> authors = new ArrayList<>(article.authors());
        article.authors().forEach(author -> authors.addAll(names(author)));
        return authors;
    }

    private static List<String> names(String line) {
        List<String> names = new ArrayList<>();
        for (String part : BETWEEN.split(BY.matcher(Spelling.folded(line)).replaceFirst(""))) {
            names.add(BY.matcher(part.strip()).replaceFirst(""));
        }
        return names;
    }

    /** The agency that the copy names in so many words, and the one in its dateline. */
    private static List<String> agencies(String sent, Dateline dateline) {
        List<String> agencies = new ArrayList<>();
        if (sent != null) {
            agencies.add(sent);
        }
        if (dateline != null && dateline.agency() != null) {
            agencies.add(dateline.agency());
        }
        return agencies;
    }

    private void address(String url) {
        tags.add("url:" + Spelling.pageOf(url));
        String domain = Spelling.domainOf(url);
        if (domain == null) {
            return;
        }
        // From the end: bbc.co.uk is to find what is on news.bbc.co.uk, and gov.uk what is on any of its sites.
        int dot = domain.lastIndexOf('.');
        for (int level = 0; level < LEVELS && dot > 0; level++) {
            dot = domain.lastIndexOf('.', dot - 1);
            tags.add("domain:" + domain.substring(dot + 1));
        }
        tags.add("domain:" + domain);
    }
}
