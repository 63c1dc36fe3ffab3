package io.dateline.store.write;

import io.dateline.store.sql.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Removes names that came from texts and that no shown article has any more: their month was dropped, or they were replaced
 * or erased when nobody could tell whose they were. Goes through the names a part at a time, from where it stopped. For one
 * thread.
 *
 * <p>A name that comes back in the very moment in which it is removed stays without its label until the next article that
 * has it, as after an erasure.
 */
final class UnusedLabels {
    /** Of one transaction. */
    private static final int AT_ONCE = 200;

    private static final String NEXT = "SELECT tag FROM labels WHERE tag > ? AND tag ~ ? ORDER BY tag LIMIT ?";
    private static final String DELETE = """
            DELETE FROM labels WHERE tag = ANY (?) AND NOT EXISTS (SELECT FROM articles
                WHERE articles.is_head AND articles.status = 'usable' AND articles.tags @> ARRAY[labels.tag])
            """;

    private final DataSource dataSource;
    private String after = "";

    UnusedLabels(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Looks at the next names, and after the last one begins again with the first.
     *
     * @param most names looked at
     * @return how many were removed
     */
    int sweep(int most) throws SQLException {
        int removed = 0;
        int left = most;
        while (left > 0) {
            int limit = Math.min(AT_ONCE, left);
            List<String> names = Sql.transaction(dataSource, connection -> next(connection, limit));
            removed += Sql.transaction(dataSource, connection -> delete(connection, names));
            if (names.size() < limit) {
                after = "";
                return removed;
            }
            after = names.get(names.size() - 1);
            left -= limit;
        }
        return removed;
    }

    private List<String> next(Connection connection, int limit) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setString(1, after);
            select.setString(2, Erasure.NAMES_OF_TEXTS);
            select.setInt(3, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    private static int delete(Connection connection, List<String> names) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            Array tags = connection.createArrayOf("text", names.toArray());
            delete.setArray(1, tags);
            return delete.executeUpdate();
        }
    }
}
