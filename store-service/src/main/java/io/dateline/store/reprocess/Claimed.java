package io.dateline.store.reprocess;

import io.dateline.store.reprocess.Reprocessing.State;
import io.dateline.store.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * One reprocessing that has something to do, held by this instance until its transaction ends.
 *
 * @param cursor        where sending goes on, or null
 * @param version       of a switch, or null
 * @param afterId       the last article a switch has dealt with, empty at its beginning
 * @param afterRevision with it
 */
record Claimed(
        long id,
        String query,
        int rate,
        State state,
        String cursor,
        String version,
        String afterId,
        int afterRevision) {

    /** The one that waits longest and that nobody else holds; one that sends, a second after it last did, whoever it was. */
    static Optional<Claimed> take(Connection connection) throws SQLException {
        return Sql.first(
                connection,
                "SELECT id, query, rate, state, send_cursor, version, after_id, after_revision FROM reprocessings"
                        + " WHERE NOT paused AND state IN ('sending', 'switching', 'switching-back')"
                        + " AND (state <> 'sending' OR changed_at <= now() - interval '900 milliseconds')"
                        + " ORDER BY changed_at, id LIMIT 1 FOR UPDATE SKIP LOCKED",
                row -> new Claimed(
                        row.getLong("id"),
                        row.getString("query"),
                        row.getInt("rate"),
                        State.of(row.getString("state")),
                        row.getString("send_cursor"),
                        row.getString("version"),
                        row.getString("after_id"),
                        row.getInt("after_revision")));
    }

    /** @param next where sending goes on, or null where all were sent */
    void sent(Connection connection, int articles, String next) throws SQLException {
        Sql.update(
                connection,
                "UPDATE reprocessings SET sent = sent + ?, send_cursor = ?, state = ?, trouble = NULL, changed_at = now()"
                        + " WHERE id = ?",
                articles,
                next,
                (next == null ? State.SENT : State.SENDING).label(),
                id);
    }

    void switched(Connection connection, int articles, String lastId, int lastRevision) throws SQLException {
        Sql.update(
                connection,
                "UPDATE reprocessings SET switched = switched + ?, after_id = ?, after_revision = ?, trouble = NULL,"
                        + " changed_at = now() WHERE id = ?",
                articles,
                lastId,
                lastRevision,
                id);
    }

    void over(Connection connection) throws SQLException {
        Sql.update(
                connection,
                "UPDATE reprocessings SET state = ?, trouble = NULL, changed_at = now() WHERE id = ?",
                (state == State.SWITCHING ? State.SWITCHED : State.SENT).label(),
                id);
    }

    /** From its beginning: its cursor is of a version that had others. What was sent before is only sent once more. */
    void again(Connection connection) throws SQLException {
        Sql.update(
                connection,
                "UPDATE reprocessings SET send_cursor = NULL, sent = 0, changed_at = now() WHERE id = ?",
                id);
    }

    void stumbled(Connection connection, String trouble) throws SQLException {
        Sql.update(connection, "UPDATE reprocessings SET trouble = ?, changed_at = now() WHERE id = ?", trouble, id);
    }
}
