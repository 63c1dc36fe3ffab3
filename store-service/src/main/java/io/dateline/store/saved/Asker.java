package io.dateline.store.saved;

import io.dateline.store.sql.Sql;
import io.dateline.store.stream.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * A saved query that wants to be told of what matches.
 *
 * @param query    canonical
 * @param position null where it is as far as the cursor
 * @param pending  deliveries that wait
 */
record Asker(String id, String query, Long position, int pending) {
    private static final String UNPARKED = "SELECT s.id, s.query, s.position,"
            + " (SELECT count(*) FROM webhook_deliveries AS d WHERE d.saved_id = s.id AND d.state = 'pending')"
            + " AS pending FROM saved_queries AS s WHERE s.url IS NOT NULL AND s.parked_at IS NULL";
    private static final String INSERT = """
            INSERT INTO webhook_deliveries (saved_id, seq, article_id, revision, state, queued_at, next_at)
            SELECT ?, seq, article_id, revision, 'pending', ?, ? FROM unnest(?, ?, ?) AS row (seq, article_id, revision)
            ON CONFLICT (saved_id, seq) DO UPDATE SET state = 'pending', attempts = 0, unreadable = 0,
                queued_at = excluded.queued_at, next_at = excluded.next_at, done_at = NULL
            """;

    /** All that have a webhook that is not parked. */
    static List<Asker> unparked(Connection connection) throws SQLException {
        return Sql.rows(
                connection,
                UNPARKED,
                row -> new Asker(
                        row.getString("id"),
                        row.getString("query"),
                        row.getObject("position", Long.class),
                        row.getInt("pending")));
    }

    /** Has these sent to it. */
    void queue(Connection connection, List<Change> changes, Instant now) throws SQLException {
        if (!changes.isEmpty()) {
            Sql.update(
                    connection,
                    INSERT,
                    id,
                    now,
                    now,
                    changes.stream().map(Change::seq).toArray(Long[]::new),
                    changes.stream().map(Change::id).toArray(String[]::new),
                    changes.stream().map(Change::revision).toArray(Integer[]::new));
        }
    }

    /**
     * Writes down how far it is.
     *
     * @param reached seq of the last change looked at for it
     * @param live    where the cursor is
     */
    void move(Connection connection, long reached, long live) throws SQLException {
        Sql.update(connection, "UPDATE saved_queries SET position = nullif(?, ?) WHERE id = ?", reached, live, id);
    }
}
