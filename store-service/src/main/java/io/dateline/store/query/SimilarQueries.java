package io.dateline.store.query;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Entity;
import io.dateline.store.query.SimilarArticles.Similar;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds articles like one. Every call blocks on the database. */
@ApplicationScoped
public class SimilarQueries {
    static final String METHOD =
            "Among the newest 500 articles of each of its 8 most salient entities: 0.7 times the share "
                    + "of their salience that is told there too, plus 0.3 times the share of its topics; sameText compares "
                    + "MinHash fingerprints.";

    private static final int LIMIT = 50;
    private static final int DEFAULT_LIMIT = 10;
    private static final int ENTITIES = 8;
    private static final String SIMILAR = """
            WITH mine AS (SELECT * FROM unnest(?::text[], ?::real[]) AS mine (entity, salience)),
            candidate AS (SELECT near.id, near.revision, near.stored_month,
                    sum(least(near.salience, mine.salience)) / (SELECT sum(salience) FROM mine) AS told,
                    array_agg(mine.entity ORDER BY mine.salience DESC, mine.entity) AS shared
                FROM mine CROSS JOIN LATERAL (SELECT * FROM article_entities AS e WHERE e.entity = mine.entity
                    AND e.current ORDER BY e.sort_at DESC, e.id DESC LIMIT 500) AS near
                WHERE near.id <> ? GROUP BY near.id, near.revision, near.stored_month),
            best AS (SELECT a.*, shared, 0.7 * told + 0.3 * (SELECT count(*) FROM unnest(?) AS topic
                    WHERE topic = ANY (a.tags)) / greatest(1, cardinality(?)) AS score
                FROM candidate JOIN articles AS a USING (id, revision, stored_month)
                WHERE a.is_head AND a.status = 'usable' ORDER BY score DESC, a.sort_at DESC, a.id DESC LIMIT ?)
            SELECT %s, %s, a.shared, a.score, coalesce(e.fingerprint, e.document ->> 'fingerprint')
                AS fingerprint
            FROM best AS a JOIN revisions AS r USING (id, revision)
                JOIN enrichments AS e ON e.id = a.id AND e.revision = a.revision AND e.stored_month = a.stored_month
                    AND e.version = a.enrichment_version
            ORDER BY a.score DESC, a.sort_at DESC, a.id DESC
            """.formatted(ItemRows.ARTICLE_COLUMNS, ItemRows.REVISION_COLUMNS);

    private final ReadPool pool;
    private final ArticleQueries articles;

    SimilarQueries(ReadPool pool, ArticleQueries articles) {
        this.pool = pool;
        this.articles = articles;
    }

    /** The parameter {@code limit}, 1 to 50, 10 where it is not given; others are refused. */
    public static int limit(Map<String, List<String>> parameters) {
        Parameters read = new Parameters(parameters);
        read.refuseUnknown(Set.of("limit")::contains);
        int limit = read.number("limit", 1, LIMIT, DEFAULT_LIMIT);
        read.throwFaults();
        return limit;
    }

    /**
     * Empty where there is no such article to show.
     *
     * @param limit articles at most
     * @throws io.dateline.contracts.http.ProblemException as {@link ArticleQueries#get(String)}, or
     *     {@code query-timeout}
     */
    public Optional<SimilarArticles> similar(String id, int limit) {
        return articles.get(id).map(stored -> {
            EnrichedArticle mine = stored.document();
            List<Entity> entities = mine.entities().stream()
                    .filter(entity -> entity.salience() > 0)
                    .limit(ENTITIES)
                    .toList();
            List<Similar> items =
                    entities.isEmpty() ? List.of() : pool.ask(connection -> read(connection, mine, entities, limit));
            return new SimilarArticles(METHOD, items);
        });
    }

    private static List<Similar> read(Connection connection, EnrichedArticle mine, List<Entity> entities, int limit)
            throws SQLException {
        Object[] topics =
                mine.topics().stream().map(topic -> "topic:" + topic.id()).toArray();
        try (PreparedStatement select = connection.prepareStatement(SIMILAR)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", entities.stream().map(Entity::id).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "float4",
                            entities.stream()
                                    .map(entity -> (float) entity.salience())
                                    .toArray()));
            select.setString(3, mine.article().id());
            select.setArray(4, connection.createArrayOf("text", topics));
            select.setArray(5, connection.createArrayOf("text", topics));
            select.setInt(6, limit);
            List<Similar> items = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    items.add(new Similar(
                            ItemRows.item(rows),
                            rows.getDouble("score"),
                            Arrays.asList((String[]) rows.getArray("shared").getArray()),
                            Fingerprints.alike(mine.fingerprint(), rows.getString("fingerprint"))));
                }
            }
            return items;
        }
    }
}
