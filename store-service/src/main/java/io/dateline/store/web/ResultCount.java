package io.dateline.store.web;

import io.dateline.store.query.ArticlePage;
import java.util.Locale;

/** Says how many stories were found, and no more than is known. */
final class ResultCount {
    private ResultCount() {}

    static String of(ArticlePage page, boolean firstPage) {
        if (firstPage && page.next() == null) {
            return stories(page.items().size());
        }
        if (page.counted() == null) {
            return "Older stories";
        }
        return (page.counted().approximate() ? "More than " : "")
                + stories(page.counted().newest());
    }

    private static String stories(long count) {
        return count == 1 ? "1 story" : String.format(Locale.UK, "%,d", count) + " stories";
    }
}
