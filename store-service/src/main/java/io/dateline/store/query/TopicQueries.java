package io.dateline.store.query;

import io.dateline.store.query.ArticlePage.Counted;
import io.dateline.store.query.TopicProfile.Named;
import io.dateline.store.query.TopicTree.Node;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Topics of stored articles. Every call blocks on the database. */
@ApplicationScoped
public class TopicQueries {
    private static final int COUNTED = 10_000;
    private static final int NEWEST = 10;
    private static final String LABELLED =
            " SELECT topic, coalesce(label, topic) AS label FROM found LEFT JOIN labels ON tag = 'topic:' || topic";
    private static final String ABOVE = """
            WITH RECURSIVE found AS (SELECT topic, broader, 0 AS height FROM topic_tree WHERE topic = ?
                UNION ALL SELECT t.topic, t.broader, height + 1 FROM found JOIN topic_tree AS t ON t.topic = found.broader)
            """ + LABELLED + " ORDER BY height";
    private static final String BELOW =
            "WITH found AS (SELECT topic FROM topic_tree WHERE broader = ?)" + LABELLED + " ORDER BY label, topic";

    private final ReadPool pool;
    private final Filters filters;
    private final ArticleQueries articles;

    TopicQueries(ReadPool pool, Filters filters, ArticleQueries articles) {
        this.pool = pool;
        this.filters = filters;
        this.articles = articles;
    }

    /**
     * The topics of the newest 10,000 matches of the search's filters.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code invalid-parameter}, {@code query-timeout} or
     *     {@code store-unavailable}
     */
    public TopicTree tree(Map<String, List<String>> parameters) {
        Conditions sql = new Conditions()
                .add("WITH matches AS (SELECT a.tags FROM articles AS a WHERE ")
                .add(Conditions.listable(filters.resolve(ArticleQueryParser.parseFilters(parameters, Set.of()))))
                .add(" ORDER BY a.sort_at DESC, a.id DESC LIMIT " + (COUNTED + 1) + "), ")
                .add("""
                        counted AS (SELECT tag, count(*) AS n FROM matches, unnest(tags) AS tag
                            WHERE starts_with(tag, 'topic:') GROUP BY tag)
                        SELECT (SELECT count(*) FROM matches) AS matches, substr(tag, 7) AS topic, broader,
                            coalesce(label, substr(tag, 7)) AS label, n
                        FROM (SELECT 1) AS one LEFT JOIN (counted LEFT JOIN labels USING (tag)
                            LEFT JOIN topic_tree ON topic = substr(tag, 7)) ON true
                        ORDER BY n DESC, tag
                        """);
        return pool.ask(connection -> tree(connection, sql));
    }

    /**
     * Empty where there is no such topic.
     *
     * @param id {@code medtop:11000000}, or the eight digits alone
     * @throws io.dateline.contracts.http.ProblemException {@code query-timeout} or {@code store-unavailable}
     */
    public Optional<TopicProfile> get(String id) {
        if (id.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        String topic = Criterion.TOPIC.id(id);
        List<Named> above = pool.ask(connection -> named(connection, ABOVE, topic));
        if (above.isEmpty()) {
            return Optional.empty();
        }
        List<Named> below = pool.ask(connection -> named(connection, BELOW, topic));
        ArticlePage page = articles.find(
                ArticleQuery.newest(Criterion.TOPIC, topic, NEWEST).withFacets());
        return Optional.of(new TopicProfile(
                topic,
                above.get(0).label(),
                above.subList(1, above.size()),
                below,
                page.counted(),
                page.facets(),
                page.items()));
    }

    private record Counting(String id, String label, String broader, long count) {}

    private static TopicTree tree(Connection connection, Conditions sql) throws SQLException {
        Map<String, List<Counting>> below = new HashMap<>();
        List<Counting> all = new ArrayList<>();
        int matches = 0;
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                matches = rows.getInt("matches");
                if (rows.getString("topic") != null) {
                    all.add(new Counting(
                            rows.getString("topic"),
                            rows.getString("label"),
                            rows.getString("broader"),
                            rows.getLong("n")));
                }
            }
        }
        Set<String> found = Set.copyOf(all.stream().map(Counting::id).toList());
        // What stands below a topic that was not counted stands at the top: nothing is lost.
        all.forEach(one -> below.computeIfAbsent(
                        one.broader() != null && found.contains(one.broader()) ? one.broader() : "",
                        key -> new ArrayList<>())
                .add(one));
        return new TopicTree(Counted.of(matches, COUNTED), nodes(below, ""));
    }

    private static List<Node> nodes(Map<String, List<Counting>> below, String broader) {
        return below.getOrDefault(broader, List.of()).stream()
                .map(one -> new Node(one.id(), one.label(), one.count(), nodes(below, one.id())))
                .toList();
    }

    private static List<Named> named(Connection connection, String sql, String topic) throws SQLException {
        List<Named> all = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, topic);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    all.add(new Named(rows.getString("topic"), rows.getString("label")));
                }
            }
        }
        return all;
    }
}
