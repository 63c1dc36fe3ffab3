package io.dateline.store.web;

import io.dateline.store.query.ArticleItem;
import io.dateline.store.query.ArticlePage;
import io.dateline.store.query.ArticleQueries;
import io.dateline.store.query.ArticleQueryParser;
import java.util.List;

/** The newest articles about something, of each story one: copies of it would push out everything else. */
final class Newest {
    private static final String SHOWN = "10";

    private Newest() {}

    /** The same search, of each story the newest alone. */
    static SearchUrl withoutCopies(SearchUrl search) {
        return search.without(SearchView.COPIES).with(SearchView.COPIES, SearchView.HIDDEN);
    }

    /** @param all what is shown where telling copies apart would take too long */
    static List<ArticleItem> of(ArticleQueries articles, SearchUrl search, List<ArticleItem> all) {
        ArticlePage found = Extra.inTime(() -> articles.find(ArticleQueryParser.parse(
                withoutCopies(search).with("limit", SHOWN).parameters())));
        return found == null ? all : found.items();
    }
}
