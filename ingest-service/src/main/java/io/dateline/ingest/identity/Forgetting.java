package io.dateline.ingest.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Forgets the names, sightings and revisions of articles that nobody has sent for long. The number of the last revision
 * is kept for ever: were the article to come back with other words, they must not get a number that is taken.
 */
public final class Forgetting {
    private final Database database;
    private final Duration after;

    /** @param after how long after its last sight an article is forgotten */
    public Forgetting(Database database, Duration after) {
        this.database = database;
        this.after = after;
    }

    /**
     * One step of it, in one transaction.
     *
     * @param most articles at a time, which bounds how long their rows are locked
     * @return how many were forgotten; less than {@code most} where none is left
     */
    public int forget(int most) {
        return database.transaction(connection -> {
            List<String> ids = mark(connection, most);
            for (String table : List.of("identity_keys", "sightings", "told_sightings", "revisions")) {
                Sql.update(
                        connection, "DELETE FROM " + table + " WHERE article_id = ANY (?)", Sql.texts(connection, ids));
            }
            return ids.size();
        });
    }

    private List<String> mark(Connection connection, int most) throws SQLException {
        // Locked in order of their ids, as whoever takes a batch in does.
        String sql = """
                WITH old AS (
                    SELECT id FROM articles
                    WHERE forgotten_at IS NULL AND last_seen < now() - make_interval(secs => ?)
                    ORDER BY last_seen LIMIT ?),
                locked AS (SELECT id FROM articles WHERE id IN (SELECT id FROM old) ORDER BY id FOR UPDATE SKIP LOCKED)
                UPDATE articles SET forgotten_at = now() FROM locked WHERE articles.id = locked.id RETURNING articles.id
                """;
        return Sql.list(connection, sql, row -> row.getString(1), (double) after.toSeconds(), most);
    }
}
