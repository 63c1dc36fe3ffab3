package io.dateline.store.web;

import io.dateline.store.query.ArticlePage;
import java.util.List;
import java.util.Locale;

/**
 * Says how many stories were found, and no more than is known. Nothing counts all matches; but each story has one source
 * and one language, so that the counts of either facet, where it lists every value, add up to the matches among the
 * newest 10,000.
 */
final class ResultCount {
    private static final int FACET_VALUES = 20;
    private static final long COUNTED = 10_000;

    private ResultCount() {}

    static String of(ArticlePage page, boolean firstPage) {
        int shown = page.items().size();
        if (firstPage && page.next() == null) {
            return stories(shown);
        }
        if (page.facets() == null) {
            return "Older stories";
        }
        List<ArticlePage.FacetValue> sources = page.facets().getOrDefault("source", List.of());
        List<ArticlePage.FacetValue> languages = page.facets().getOrDefault("lang", List.of());
        long total = Math.max(sum(sources), sum(languages));
        if (total >= COUNTED) {
            return "More than " + number(COUNTED) + " stories";
        }
        boolean complete = full(sources) || full(languages);
        return complete ? stories(total) : "At least " + stories(Math.max(total, shown));
    }

    private static boolean full(List<ArticlePage.FacetValue> values) {
        return !values.isEmpty() && values.size() < FACET_VALUES;
    }

    private static long sum(List<ArticlePage.FacetValue> values) {
        return values.stream().mapToLong(ArticlePage.FacetValue::count).sum();
    }

    private static String stories(long count) {
        return count == 1 ? "1 story" : number(count) + " stories";
    }

    private static String number(long count) {
        return String.format(Locale.UK, "%,d", count);
    }
}
