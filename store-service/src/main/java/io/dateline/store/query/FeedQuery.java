package io.dateline.store.query;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks for one page of articles as a feed, newest first.
 *
 * @param articles which, with limit and cursor; never null
 * @param full     whether entries hold the whole text, or only its beginning
 */
public record FeedQuery(ArticleQuery articles, boolean full) {
    private static final Set<String> OWN = Set.of("limit", "cursor", "content");

    /**
     * The filters of the search, {@code limit}, {@code cursor}, and {@code content}: {@code summary} (default) or
     * {@code full}.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code invalid-parameter} or {@code invalid-cursor}
     */
    public static FeedQuery parse(Map<String, List<String>> parameters) {
        ArticleQuery articles = ArticleQueryParser.parseFilters(parameters, OWN);
        Parameters read = new Parameters(parameters);
        int limit = read.number("limit", 1, Parameters.LIMIT, Parameters.DEFAULT_LIMIT);
        String cursor = read.cursor();
        String content = read.single("content");
        if (content != null && !content.equals("summary") && !content.equals("full")) {
            read.fault("content", "is neither summary nor full");
        }
        read.throwFaults();
        return new FeedQuery(articles.withPage(limit, cursor), "full".equals(content));
    }
}
