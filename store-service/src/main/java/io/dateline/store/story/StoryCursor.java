package io.dateline.store.story;

import io.dateline.store.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * How far stories are built, locked until the end of the transaction.
 *
 * @param live    seq of the last change looked at for news
 * @param late    likewise for late articles
 * @param version of the tables
 * @param due     whether the lease should be renewed though there is nothing to do
 */
record StoryCursor(long live, long late, long version, boolean due) {
    private static final String LOCK = """
            SELECT live_seq, late_seq, version, holder IS DISTINCT FROM ? AS others, lease_until > now() AS held,
                holder IS DISTINCT FROM ? OR lease_until < now() + ? * interval '0.5 millisecond' AS due
            FROM story_cursor FOR UPDATE SKIP LOCKED
            """;

    /** Empty where another instance builds: it works at this moment, or its lease has not run out. */
    static Optional<StoryCursor> lock(Connection connection, String instance, Duration lease) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setString(1, instance);
            select.setString(2, instance);
            select.setLong(3, lease.toMillis());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || row.getBoolean("others") && row.getBoolean("held")) {
                    return Optional.empty();
                }
                return Optional.of(new StoryCursor(
                        row.getLong("live_seq"),
                        row.getLong("late_seq"),
                        row.getLong("version"),
                        row.getBoolean("due")));
            }
        }
    }

    void move(Connection connection, long toLive, long toLate, String instance, Duration lease) throws SQLException {
        Sql.update(
                connection,
                "UPDATE story_cursor SET live_seq = ?, late_seq = ?, version = version + 1, holder = ?,"
                        + " lease_until = now() + ? * interval '1 millisecond'",
                toLive,
                toLate,
                instance,
                lease.toMillis());
    }

    /** Lets another instance take over at once. */
    static void release(Connection connection, String instance) throws SQLException {
        Sql.update(connection, "UPDATE story_cursor SET lease_until = now() WHERE holder = ?", instance);
    }
}
