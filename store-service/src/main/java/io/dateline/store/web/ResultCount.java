package io.dateline.store.web;

import io.dateline.store.query.ArticlePage;

/** Says how many articles were found, and no more than is known. */
final class ResultCount {
    private ResultCount() {}

    static String of(ArticlePage page, boolean firstPage, boolean oldestFirst) {
        if (firstPage && page.next() == null) {
            return EntityView.articles(page.items().size());
        }
        if (page.counted() == null) {
            return oldestFirst ? "Later articles" : "Older articles";
        }
        return (page.counted().approximate() ? "More than " : "")
                + EntityView.articles(page.counted().newest());
    }
}
