package io.dateline.store.query;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many articles of a kind there were when.
 *
 * @param articles which; never null
 * @param interval never null
 */
public record HistogramQuery(ArticleQuery articles, Interval interval) {

    /**
     * The filters of the search, and {@code interval}: {@code hour}, {@code day} (default) or {@code month}.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code invalid-parameter}
     */
    public static HistogramQuery parse(Map<String, List<String>> parameters) {
        ArticleQuery articles = ArticleQueryParser.parseFilters(parameters, Set.of("interval"));
        Parameters read = new Parameters(parameters);
        Interval interval = Interval.read(read, Interval.DAY, Interval.values());
        read.throwFaults();
        return new HistogramQuery(articles, interval);
    }
}
