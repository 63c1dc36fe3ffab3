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
import javax.sql.DataSource;

/** What became of deliveries, to be looked at, sent again and forgotten. */
final class DeliveryLog {
    /** Rows deleted in one statement, so that none takes long. */
    static final int AT_ONCE = 5_000;

    /** Said twice: what is asked to be sent again meanwhile stays. */
    private static final String OLD = """
            DELETE FROM webhook_deliveries WHERE (saved_id, seq) IN (SELECT saved_id, seq FROM webhook_deliveries
                WHERE state <> 'pending' AND done_at < ? LIMIT ?) AND state <> 'pending'
            """;

    private static final String BEYOND = """
            DELETE FROM webhook_deliveries WHERE saved_id = ? AND seq IN (SELECT seq FROM webhook_deliveries
                WHERE saved_id = ? AND state <> 'pending' ORDER BY seq DESC OFFSET ? LIMIT ?)
                AND state <> 'pending'
            """;

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
                        "UPDATE webhook_deliveries SET state = 'pending', attempts = 0, unreadable = 0, queued_at = ?, next_at = ?,"
                                + " done_at = NULL WHERE saved_id = ? AND seq = ?",
                        now,
                        now,
                        savedId,
                        seq)
                > 0;
    }

    /**
     * Deletes what is over for longer than {@code keepFor}, or beyond the newest {@code keepMost} of a saved query: a few
     * thousand in one transaction, so that none takes long however many there are. Answers how many.
     */
    static int forget(DataSource dataSource, Instant now, Duration keepFor, int keepMost) throws SQLException {
        int forgotten = untilNone(dataSource, OLD, now.minus(keepFor), AT_ONCE);
        List<String> all = Sql.transaction(
                dataSource,
                connection -> Sql.rows(connection, "SELECT id FROM saved_queries", row -> row.getString("id")));
        for (String savedId : all) {
            forgotten += untilNone(dataSource, BEYOND, savedId, savedId, keepMost, AT_ONCE);
        }
        return forgotten;
    }

    private static int untilNone(DataSource dataSource, String delete, Object... values) throws SQLException {
        int all = 0;
        int some;
        do {
            some = Sql.transaction(dataSource, connection -> Sql.update(connection, delete, values));
            all += some;
        } while (some == AT_ONCE);
        return all;
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
