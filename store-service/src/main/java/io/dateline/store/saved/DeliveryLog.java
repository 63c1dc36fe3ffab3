package io.dateline.store.saved;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What became of deliveries, to be looked at, sent again and forgotten. */
final class DeliveryLog {
    /** Rows deleted in one statement, so that none takes long. */
    private static final int AT_ONCE = 5_000;

    private static final String CURSOR = "\\d{1,18}";

    private DeliveryLog() {}

    /**
     * The latest change first.
     *
     * @param cursor the {@code next} of the page before, or null
     * @throws ProblemException {@code invalid-cursor}
     */
    static DeliveryPage page(Connection connection, String savedId, int limit, String cursor) throws SQLException {
        if (cursor != null && !cursor.matches(CURSOR)) {
            throw new ProblemException(ProblemCode.INVALID_CURSOR, "Pass on the next of a page as it is.");
        }
        List<Delivery> found = Sql.rows(
                connection,
                "SELECT * FROM webhook_deliveries WHERE saved_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?",
                DeliveryLog::delivery,
                savedId,
                cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor),
                limit + 1);
        return found.size() <= limit
                ? new DeliveryPage(found, null)
                : new DeliveryPage(
                        found.subList(0, limit),
                        Long.toString(found.get(limit - 1).seq()));
    }

    /** Whether there is such a delivery; it is sent as soon as its turn comes. */
    static boolean again(Connection connection, String savedId, long seq, Instant now) throws SQLException {
        return Sql.update(
                        connection,
                        "UPDATE webhook_deliveries SET state = 'pending', attempts = 0, queued_at = ?, next_at = ?,"
                                + " done_at = NULL WHERE saved_id = ? AND seq = ?",
                        now,
                        now,
                        savedId,
                        seq)
                > 0;
    }

    /** Deletes what is over for longer than {@code keepFor}, or beyond the newest {@code keepMost} of a saved query. */
    static int forget(Connection connection, Instant now, Duration keepFor, int keepMost) throws SQLException {
        int forgotten = Sql.update(
                connection,
                "DELETE FROM webhook_deliveries WHERE (saved_id, seq) IN (SELECT saved_id, seq FROM webhook_deliveries"
                        + " WHERE state <> 'pending' AND done_at < ? LIMIT " + AT_ONCE + ")",
                now.minus(keepFor));
        return forgotten
                + Sql.update(
                        connection,
                        "DELETE FROM webhook_deliveries AS d USING (SELECT s.id, (SELECT seq FROM webhook_deliveries AS o"
                                + " WHERE o.saved_id = s.id AND o.state <> 'pending' ORDER BY seq DESC OFFSET ? LIMIT 1)"
                                + " AS seq FROM saved_queries AS s) AS oldest WHERE d.saved_id = oldest.id"
                                + " AND d.seq <= oldest.seq AND d.state <> 'pending'",
                        keepMost);
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        boolean pending = row.getString("state").equals("pending");
        return new Delivery(
                row.getLong("seq"),
                row.getString("article_id"),
                row.getInt("revision"),
                row.getString("state"),
                row.getInt("attempts"),
                row.getObject("http_status", Integer.class),
                row.getString("error"),
                Sql.instant(row, "queued_at"),
                Sql.instant(row, "sent_at"),
                pending ? Sql.instant(row, "next_at") : null,
                Sql.instant(row, "done_at"));
    }
}
