package io.dateline.store.query;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.ArticlePage.Counted;
import io.dateline.store.query.TrendQuery.Windows;
import io.dateline.store.query.Trends.Rising;
import io.dateline.store.query.Trends.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Counts over the articles that a search would find. Every call blocks on the database. */
@ApplicationScoped
public class AggregateQueries {
    /** Buckets of a histogram at most. */
    static final int BUCKETS = 1_000;
    /** What fewer articles of the window tell is chance. */
    static final int FEWEST = 3;

    private static final int COUNTED = 10_000;

    private final ReadPool pool;
    private final Filters filters;
    private final InstantSource clock;

    AggregateQueries(ReadPool pool, Filters filters, InstantSource clock) {
        this.pool = pool;
        this.filters = filters;
        this.clock = clock;
    }

    /**
     * Counts all matches.
     *
     * @throws ProblemException {@code invalid-parameter} where there are more than 1,000 buckets with articles,
     *     {@code query-timeout} or {@code store-unavailable}
     */
    public Histogram histogram(HistogramQuery query) {
        Filter filter = filters.resolve(query.articles());
        Conditions sql = EntityTimeline.of(filter)
                .map(timeline ->
                        counted("e", query).add("article_entities AS e WHERE ").add(timeline.listable()))
                .orElseGet(() -> counted("a", query).add("articles AS a WHERE ").add(Conditions.listable(filter)))
                .add(" GROUP BY 1 ORDER BY 1 LIMIT " + (BUCKETS + 1));
        List<Bucket> buckets = pool.ask(connection -> Bucket.read(connection, sql));
        if (buckets.size() > BUCKETS) {
            throw new ProblemException(
                    ProblemCode.INVALID_PARAMETER,
                    "One or more parameters are not valid.",
                    List.of(new Problem.Fault(
                            "interval", "gives more than 1,000 buckets: take a wider one, or narrow from and to")));
        }
        return new Histogram(query.interval(), buckets);
    }

    private static Conditions counted(String table, HistogramQuery query) {
        return new Conditions()
                .add(
                        "SELECT date_trunc(?, " + table + ".sort_at, 'UTC') AS bucket, count(*) AS n FROM ",
                        query.interval().parameter());
    }

    /**
     * What rises, by the Pearson residual of a value's articles in the last two days against those of the last fourteen.
     * At most the newest 10,000 articles of each window are counted.
     *
     * @throws ProblemException {@code query-timeout} or {@code store-unavailable}
     */
    public Trends trends(TrendQuery query) {
        Filter filter = filters.resolve(query.articles());
        Windows windows = query.windows(clock.instant());
        Conditions sql = new Conditions().add("WITH recent AS (");
        tags(sql, filter.sorted(windows.recent())).add("), past AS (");
        tags(sql, filter.sorted(windows.past())).add("""
                        ), size AS (SELECT (SELECT count(*) FROM recent) AS recent, (SELECT count(*) FROM past) AS past),
                        every AS MATERIALIZED (SELECT tag, count(*) FILTER (WHERE late) AS late,
                                count(*) FILTER (WHERE NOT late) AS early
                            FROM (SELECT true AS late, unnest(tags) AS tag FROM recent
                                UNION ALL SELECT false, unnest(tags) FROM past) AS told GROUP BY tag),
                        counted AS (SELECT * FROM every WHERE split_part(tag, ':', 1) = ?),
                        expected AS (SELECT tag, late, early, size.recent, size.past,
                                (late + early) * size.recent::float8 / (size.recent + size.past) AS expected
                            FROM counted, size),
                        rising AS (SELECT *, (late - expected) / sqrt(expected) AS score FROM expected
                            WHERE late >= ? AND late > expected ORDER BY score DESC, tag LIMIT ?)
                        SELECT size.recent, size.past, tag, substr(tag, strpos(tag, ':') + 1) AS value, label, late, early,
                            expected, score
                        FROM size LEFT JOIN (rising LEFT JOIN labels USING (tag)) ON true ORDER BY score DESC, tag
                        """, query.field(), FEWEST, query.limit());
        return pool.ask(connection -> read(connection, sql, windows));
    }

    private static Conditions tags(Conditions sql, Filter filter) {
        return sql.add("SELECT a.tags FROM articles AS a WHERE ")
                .add(Conditions.listable(filter))
                .add(" ORDER BY a.sort_at DESC, a.id DESC LIMIT " + (COUNTED + 1));
    }

    private static Trends read(Connection connection, Conditions sql, Windows windows) throws SQLException {
        List<Rising> items = new ArrayList<>();
        int recent = 0;
        int past = 0;
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                recent = rows.getInt("recent");
                past = rows.getInt("past");
                String value = rows.getString("value");
                if (value != null) {
                    String label = rows.getString("label");
                    items.add(new Rising(
                            value,
                            label == null ? value : label,
                            rows.getLong("late"),
                            rows.getLong("early"),
                            rows.getDouble("expected"),
                            rows.getDouble("score")));
                }
            }
        }
        return new Trends(window(windows.recent(), recent), window(windows.past(), past), items);
    }

    private static Window window(Period period, int found) {
        Counted counted = Counted.of(found, COUNTED);
        return new Window(period.from(), period.to(), counted.newest(), counted.approximate());
    }
}
