package io.dateline.store.reprocess;

import io.dateline.store.reprocess.Reprocessing.Found;
import io.dateline.store.reprocess.Reprocessing.State;
import io.dateline.store.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The rows of reprocessings. */
final class ReprocessingTable {
    private static final String COLUMNS =
            "id, query, rate, state, paused, sent, version, switched, trouble, created_at, changed_at";
    /** Shown at once; older ones are found by their number. */
    private static final int LISTED = 100;

    private ReprocessingTable() {}

    static Reprocessing insert(Connection connection, String query, int rate) throws SQLException {
        return Sql.first(
                        connection,
                        "INSERT INTO reprocessings (query, rate, state) VALUES (?, ?, 'sending') RETURNING " + COLUMNS,
                        ReprocessingTable::row,
                        query,
                        rate)
                .orElseThrow();
    }

    /** The newest hundred. */
    static List<Reprocessing> list(Connection connection) throws SQLException {
        return Sql.rows(
                connection,
                "SELECT " + COLUMNS + " FROM reprocessings ORDER BY id DESC LIMIT " + LISTED,
                ReprocessingTable::row);
    }

    /** Without what came back, which takes long to count. */
    static Optional<Reprocessing> find(Connection connection, long id) throws SQLException {
        return Sql.first(
                connection, "SELECT " + COLUMNS + " FROM reprocessings WHERE id = ?", ReprocessingTable::row, id);
    }

    /** With what came back. */
    static Optional<Reprocessing> get(Connection connection, long id) throws SQLException {
        Optional<Reprocessing> one = find(connection, id);
        return one.isEmpty() ? one : Optional.of(one.get().with(versions(connection, id)));
    }

    static List<Found> versions(Connection connection, long id) throws SQLException {
        return Sql.rows(
                connection,
                "SELECT version, count(*) FROM enrichments WHERE reprocessing = ? GROUP BY 1 ORDER BY 2 DESC, 1",
                row -> new Found(row.getString(1), row.getLong(2)),
                id);
    }

    /** False where it is in none of these states. */
    static boolean become(Connection connection, long id, State state, String version, List<State> from)
            throws SQLException {
        return Sql.update(
                        connection,
                        "UPDATE reprocessings SET state = ?, version = coalesce(?, version), paused = false, switched ="
                                + " CASE WHEN ?::text IS NULL THEN switched ELSE 0 END, after_id = '', after_revision = 0,"
                                + " trouble = NULL, changed_at = now() WHERE id = ? AND state = ANY (?)",
                        state.label(),
                        version,
                        version,
                        id,
                        from.stream().map(State::label).toArray(String[]::new))
                > 0;
    }

    static boolean pause(Connection connection, long id, boolean paused, Integer rate) throws SQLException {
        return Sql.update(
                        connection,
                        "UPDATE reprocessings SET paused = ?, rate = coalesce(?, rate), changed_at = now() WHERE id = ?",
                        paused,
                        rate,
                        id)
                > 0;
    }

    private static Reprocessing row(ResultSet row) throws SQLException {
        return new Reprocessing(
                row.getLong("id"),
                row.getString("query"),
                row.getInt("rate"),
                State.of(row.getString("state")),
                row.getBoolean("paused"),
                row.getLong("sent"),
                List.of(),
                row.getString("version"),
                row.getLong("switched"),
                row.getString("trouble"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "changed_at"));
    }
}
