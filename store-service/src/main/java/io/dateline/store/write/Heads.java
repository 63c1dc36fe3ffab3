package io.dateline.store.write;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Says which revision is the head, and hands a revision that hides an article what it was found by. Runs under the lock
 * of {@code change_counter}, after the batch is in {@code revisions}: every other commit is visible by then.
 */
final class Heads {
    private static final String SEVERAL = """
            SELECT DISTINCT ON (id) id, revision, status = 'usable', min(stored_month) OVER (), max(stored_month) OVER ()
            FROM revisions
            WHERE id IN (SELECT id FROM revisions WHERE id = ANY (?) GROUP BY id HAVING count(*) > 1)
            ORDER BY id, revision DESC
            """;
    private static final String SETTLE = """
            UPDATE articles SET is_head = (articles.revision = head.revision)
            FROM unnest(?, ?) AS head (id, revision)
            WHERE articles.id = head.id AND articles.is_head IS DISTINCT FROM (articles.revision = head.revision)
                AND articles.stored_month BETWEEN ? AND ?
            """;
    private static final String SETTLE_TAGS = """
            UPDATE %1$s SET current = NOT current
            FROM unnest(?, ?, ?) AS head (id, revision, usable)
            WHERE %1$s.id = head.id AND current <> (%1$s.revision = head.revision AND head.usable)
                AND %1$s.stored_month BETWEEN ? AND ?
            """;
    /** Lower revisions first, so that a cancellation after an embargo still inherits from what was seen. */
    private static final String INHERIT = """
            UPDATE articles AS hidden
            SET tags = ARRAY(SELECT DISTINCT tag FROM unnest(before.tags || hidden.tags) AS tag), tsv = before.tsv,
                mentioned = before.mentioned
            FROM articles AS before
            WHERE hidden.id = ? AND hidden.revision = ? AND before.id = hidden.id
                AND before.revision = (SELECT max(revision) FROM revisions WHERE id = ? AND revision < ?)
                AND hidden.stored_month BETWEEN ? AND ? AND before.stored_month BETWEEN ? AND ?
            """;

    private Heads() {}

    /** In which the revisions are stored: others' partitions are not even looked at, which is done under the lock. */
    private record Months(LocalDate first, LocalDate last) {
        void bind(PreparedStatement statement, int place) throws SQLException {
            statement.setObject(place, first);
            statement.setObject(place + 1, last);
        }
    }

    /** @param rows in order of id and revision */
    static void settle(Connection connection, List<ArticleRow> rows) throws SQLException {
        List<String> ids = new ArrayList<>();
        List<Integer> heads = new ArrayList<>();
        List<Boolean> usable = new ArrayList<>();
        Months months = null;
        try (PreparedStatement several = connection.prepareStatement(SEVERAL)) {
            several.setArray(
                    1,
                    ids(connection, rows.stream().map(ArticleRow::id).distinct().toList()));
            try (ResultSet found = several.executeQuery()) {
                while (found.next()) {
                    ids.add(found.getString(1));
                    heads.add(found.getInt(2));
                    usable.add(found.getBoolean(3));
                    months = new Months(found.getObject(4, LocalDate.class), found.getObject(5, LocalDate.class));
                }
            }
        }
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement settle = connection.prepareStatement(SETTLE)) {
            settle.setArray(1, ids(connection, ids));
            settle.setArray(2, connection.createArrayOf("int4", heads.toArray()));
            months.bind(settle, 3);
            settle.executeUpdate();
        }
        for (String table : TagTables.WITH_CURRENT) {
            try (PreparedStatement settle = connection.prepareStatement(SETTLE_TAGS.formatted(table))) {
                settle.setArray(1, ids(connection, ids));
                settle.setArray(2, connection.createArrayOf("int4", heads.toArray()));
                settle.setArray(3, connection.createArrayOf("bool", usable.toArray()));
                months.bind(settle, 4);
                settle.executeUpdate();
            }
        }
        for (ArticleRow row : rows) {
            if (row.hides()) {
                inherit(connection, row, months);
            }
        }
    }

    private static void inherit(Connection connection, ArticleRow row, Months months) throws SQLException {
        try (PreparedStatement inherit = connection.prepareStatement(INHERIT)) {
            inherit.setString(1, row.id());
            inherit.setInt(2, row.revision());
            inherit.setString(3, row.id());
            inherit.setInt(4, row.revision());
            months.bind(inherit, 5);
            months.bind(inherit, 7);
            inherit.executeUpdate();
        }
    }

    private static Array ids(Connection connection, List<String> ids) throws SQLException {
        return connection.createArrayOf("text", ids.toArray(String[]::new));
    }
}
