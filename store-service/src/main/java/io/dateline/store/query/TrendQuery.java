package io.dateline.store.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What rises among articles of a kind.
 *
 * @param articles which; never null
 * @param field    kind of the tags compared; never null
 * @param limit    values of an answer, 1 to 100
 */
public record TrendQuery(ArticleQuery articles, String field, int limit) {
    /** Length of the window in which something must rise. */
    static final Duration RECENT = Duration.ofDays(2);
    /** Length of the time it is compared with, the window at its end included. */
    static final Duration WHOLE = Duration.ofDays(14);

    private static final Set<String> FIELDS = Set.of("entity", "topic", "place");

    /**
     * The filters of the search but {@code from}; {@code to} is the end of the window. {@code field} must be given.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code invalid-parameter}
     */
    public static TrendQuery parse(Map<String, List<String>> parameters) {
        ArticleQuery articles = ArticleQueryParser.parseFilters(parameters, Set.of("field", "limit"));
        Parameters read = new Parameters(parameters);
        String field = read.single("field");
        if (field == null || !FIELDS.contains(field)) {
            read.fault("field", "is none of entity, topic, place");
        }
        if (articles.sorted().from() != null) {
            read.fault("from", "is no parameter of this: the window ends at to and is two days long");
        }
        int limit = read.number("limit", 1, Parameters.LIMIT, Parameters.DEFAULT_LIMIT);
        read.throwFaults();
        return new TrendQuery(articles, field, limit);
    }

    /** The window, and the time before it. */
    Windows windows(Instant now) {
        Instant end = articles.sorted().to() == null ? now : articles.sorted().to();
        Instant begin = end.minus(RECENT);
        return new Windows(new Period(begin, end), new Period(end.minus(WHOLE), begin));
    }

    record Windows(Period recent, Period past) {}
}
