package io.dateline.store.query;

import io.dateline.contracts.enriched.Entity;
import io.dateline.store.query.ArticlePage.Counted;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the store knows of an entity. Every call blocks on the database. */
@ApplicationScoped
public class EntityQueries {
    private static final int NEWEST = 10;
    private static final String SUMMARY = EntityRows.NEWEST + """
            , latest AS (SELECT * FROM newest ORDER BY sort_at DESC, id DESC LIMIT 1)
            SELECT (SELECT count(*) FROM newest) AS n, latest.name, latest.type, latest.sort_at AS last_at,
                (SELECT min(e.sort_at) FROM article_entities AS e WHERE e.entity = ? AND e.current) AS first_at,
                (SELECT label FROM labels WHERE tag = ?) AS label, %s
            FROM latest LEFT JOIN articles AS a USING (id, revision, stored_month)
                LEFT JOIN enrichments AS d ON d.id = a.id AND d.revision = a.revision AND d.stored_month = a.stored_month
                    AND d.version = a.enrichment_version
            """.formatted(StoredTags.columns("d"));

    private final ReadPool pool;
    private final ArticleQueries articles;
    private final EventQueries events;

    EntityQueries(ReadPool pool, ArticleQueries articles, EventQueries events) {
        this.pool = pool;
        this.articles = articles;
        this.events = events;
    }

    /** The parameter {@code interval}, {@code day} or {@code month}, which is the default; others are refused. */
    public static Interval interval(Map<String, List<String>> parameters) {
        Parameters read = new Parameters(parameters);
        read.refuseUnknown(Set.of("interval")::contains);
        Interval interval = Interval.read(read, Interval.MONTH, Interval.DAY, Interval.MONTH);
        read.throwFaults();
        return interval;
    }

    /**
     * Empty where no article that lists may show names it.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code query-timeout} or {@code store-unavailable}
     */
    public Optional<EntityProfile> get(String id, Interval interval) {
        if (id.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Optional<Summary> summary = pool.ask(connection -> summary(connection, id));
        return summary.map(found -> profile(id, interval, found));
    }

    private EntityProfile profile(String id, Interval interval, Summary found) {
        EntityRows rows = pool.ask(connection -> EntityRows.read(connection, id, interval, NEWEST));
        return new EntityProfile(
                id,
                found.label(),
                found.name(),
                found.type(),
                found.document() == null ? Entity.Links.NONE : found.document().links(),
                found.document() == null ? null : found.document().geo(),
                found.counted(),
                found.firstAt(),
                found.lastAt(),
                interval,
                rows.timeline(),
                rows.roles(),
                rows.company(),
                rows.quotes(),
                events.find(EventQuery.of(Criterion.ACTOR, id, NEWEST)).items(),
                events.find(EventQuery.of(Criterion.RECIPIENT, id, NEWEST)).items(),
                articles.find(ArticleQuery.newest(Criterion.ENTITY, id, NEWEST)).items());
    }

    /** @param document as its newest article has it, or null where that enrichment is no longer kept */
    private record Summary(
            String label,
            String name,
            Entity.Type type,
            Entity document,
            Counted counted,
            Instant firstAt,
            Instant lastAt) {}

    private static Optional<Summary> summary(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SUMMARY)) {
            select.setString(1, id);
            select.setString(2, id);
            select.setString(3, "entity:" + id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                String name = row.getString("name");
                String label = row.getString("label");
                StoredTags tags = StoredTags.of(row, "d");
                return Optional.of(new Summary(
                        label == null ? name : label,
                        name,
                        Entity.Type.valueOf(row.getString("type")),
                        tags == null ? null : tags.entity(id).orElse(null),
                        Counted.of(row.getInt("n"), EntityRows.COUNTED),
                        ItemRows.instant(row, "first_at"),
                        ItemRows.instant(row, "last_at")));
            }
        }
    }
}
