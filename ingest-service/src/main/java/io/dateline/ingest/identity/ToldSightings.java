package io.dateline.ingest.identity;

import io.dateline.contracts.article.Sighting;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Remembers which sightings Kafka has, so that each source and address of an article is told once. Thread-safe. */
public final class ToldSightings {
    private static final String TOLD = """
            SELECT article_id, source_id, url_hash FROM told_sightings
            WHERE (article_id, source_id, url_hash) IN (SELECT * FROM unnest(?::text[], ?::text[], ?::text[]))
            """;
    private static final String TELL = """
            INSERT INTO told_sightings (article_id, source_id, url_hash)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[]) AS new (article_id, source_id, url_hash)
            ORDER BY article_id, source_id, url_hash ON CONFLICT DO NOTHING
            """;

    private final Database database;

    public ToldSightings(Database database) {
        this.database = database;
    }

    /**
     * Those that were never told, the first of each source and address, in their order.
     *
     * @throws StoreUnavailable where the database is away
     */
    public List<Sighting> untold(Collection<Sighting> sightings) {
        if (sightings.isEmpty()) {
            return List.of();
        }
        Map<List<String>, Sighting> untold = new LinkedHashMap<>();
        sightings.forEach(sighting -> untold.putIfAbsent(key(sighting), sighting));
        untold.keySet().removeAll(told(List.copyOf(untold.values())));
        return List.copyOf(untold.values());
    }

    private Set<List<String>> told(List<Sighting> sightings) {
        return database.transaction(connection -> {
            return Set.copyOf(Sql.list(
                    connection,
                    TOLD,
                    row -> List.of(row.getString(1), row.getString(2), row.getString(3)),
                    columns(connection, sightings)));
        });
    }

    /** Remembers what Kafka acknowledged. */
    public void told(Collection<Sighting> acknowledged) {
        if (acknowledged.isEmpty()) {
            return;
        }
        database.transaction(connection -> Sql.update(connection, TELL, columns(connection, acknowledged)));
    }

    private static Object[] columns(Connection connection, Collection<Sighting> sightings) throws SQLException {
        return new Object[] {
            Sql.texts(connection, sightings, Sighting::articleId),
            Sql.texts(connection, sightings, sighting -> sighting.source().id()),
            Sql.texts(connection, sightings, Sighting::urlHash)
        };
    }

    private static List<String> key(Sighting sighting) {
        return List.of(sighting.articleId(), sighting.source().id(), sighting.urlHash());
    }
}
