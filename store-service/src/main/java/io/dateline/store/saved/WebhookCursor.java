package io.dateline.store.saved;

import io.dateline.store.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** The one row that says how far changes were matched and who matches and sends. */
final class WebhookCursor {
    private WebhookCursor() {}

    /** Takes or keeps the lease; false where another instance has it. */
    static boolean hold(Connection connection, String instance, Duration lease) throws SQLException {
        return Sql.update(
                        connection,
                        "UPDATE webhook_cursor SET holder = ?, lease_until = now() + ? * interval '1 millisecond'"
                                + " WHERE holder IS NOT DISTINCT FROM ? OR lease_until < now()",
                        instance,
                        lease.toMillis(),
                        instance)
                > 0;
    }

    /** Lets another instance take over at once. */
    static void release(Connection connection, String instance) throws SQLException {
        Sql.update(connection, "UPDATE webhook_cursor SET lease_until = now() WHERE holder = ?", instance);
    }

    /** Locks it until the end of the transaction; its position, or empty where another instance holds the lease. */
    static Optional<Long> lock(Connection connection, String instance) throws SQLException {
        return Sql.first(
                connection,
                "SELECT live_seq FROM webhook_cursor WHERE holder = ? FOR UPDATE",
                row -> row.getLong(1),
                instance);
    }

    /** Locks it until the end of the transaction, whoever holds the lease: positions stand still meanwhile. */
    static void lock(Connection connection) throws SQLException {
        Sql.rows(connection, "SELECT live_seq FROM webhook_cursor FOR UPDATE", row -> row.getLong(1));
    }
}
