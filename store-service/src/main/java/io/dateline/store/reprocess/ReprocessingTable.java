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
    /** Articles of one version that are counted at most. */
    private static final int COUNTED = 100_000;
    /** Shown at once; older ones are found by their number. */
    private static final int LISTED = 100;

    /** By steps from one version to the next: whatever was found, no more is read than is counted. */
    private static final String VERSIONS = """
            WITH RECURSIVE versions AS (SELECT min(version) AS version FROM enrichments WHERE reprocessing = ?
                UNION ALL SELECT (SELECT min(e.version) FROM enrichments AS e
                    WHERE e.reprocessing = ? AND e.version > versions.version) FROM versions WHERE version IS NOT NULL)
            SELECT version, n FROM versions, LATERAL (SELECT count(*) AS n FROM (SELECT FROM enrichments AS e
                WHERE e.reprocessing = ? AND e.version = versions.version LIMIT ?) AS few) AS counted
            WHERE version IS NOT NULL ORDER BY n DESC, version
            """;

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

    /** Without what came back, which takes a moment to count. */
    static Optional<Reprocessing> find(Connection connection, long id) throws SQLException {
        return Sql.first(
                connection, "SELECT " + COLUMNS + " FROM reprocessings WHERE id = ?", ReprocessingTable::row, id);
    }

    /** With what came back. */
    static Optional<Reprocessing> get(Connection connection, long id) throws SQLException {
        Optional<Reprocessing> one = find(connection, id);
        return one.isEmpty() ? one : Optional.of(one.get().with(versions(connection, id)));
    }

    private static List<Found> versions(Connection connection, long id) throws SQLException {
        return versions(connection, id, COUNTED);
    }

    /** @param counted articles of each version at most */
    static List<Found> versions(Connection connection, long id, int counted) throws SQLException {
        return Sql.rows(
                connection,
                VERSIONS,
                row -> new Found(
                        row.getString("version"), Math.min(row.getInt("n"), counted), row.getInt("n") > counted),
                id,
                id,
                id,
                counted + 1);
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
