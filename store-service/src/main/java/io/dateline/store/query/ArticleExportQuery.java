package io.dateline.store.query;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks for all articles that fit, newest first.
 *
 * @param articles which; never null
 * @param max      so many at most; 0 for all
 */
public record ArticleExportQuery(ArticleQuery articles, int max) {
    static final int MOST = 999_999_999;

    /**
     * The filters of the search, and {@code max}. What pages or orders is refused: an export is whole and newest first.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code invalid-parameter}
     */
    public static ArticleExportQuery parse(Map<String, List<String>> parameters) {
        ArticleQuery articles = ArticleQueryParser.parseFilters(parameters, Set.of("max"));
        Parameters read = new Parameters(parameters);
        int max = read.number("max", 1, MOST, 0);
        read.throwFaults();
        return new ArticleExportQuery(articles, max);
    }
}
