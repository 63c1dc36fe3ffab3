package io.dateline.store.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Articles of one hour, day or month.
 *
 * @param from  its begin, UTC; never null
 * @param count at least 1
 */
public record Bucket(Instant from, long count) {

    /** Of rows with the columns {@code bucket} and {@code n}. */
    static List<Bucket> read(Connection connection, Conditions sql) throws SQLException {
        List<Bucket> buckets = new ArrayList<>();
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                buckets.add(new Bucket(ItemRows.instant(rows, "bucket"), rows.getLong("n")));
            }
        }
        return buckets;
    }
}
