package io.dateline.store.write;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Says which revision is the head, and hands a revision that hides an article what it was found by. Runs under the lock
 * of {@code change_counter}, after the batch is in {@code revisions}: every other commit is visible by then.
 */
final class Heads {
    private static final String SEVERAL = """
            SELECT DISTINCT ON (id) id, revision, status = 'usable' FROM revisions
            WHERE id IN (SELECT id FROM revisions WHERE id = ANY (?) GROUP BY id HAVING count(*) > 1)
            ORDER BY id, revision DESC
            """;
    private static final String SETTLE = """
            UPDATE articles SET is_head = (articles.revision = head.revision)
            FROM unnest(?, ?) AS head (id, revision)
            WHERE articles.id = head.id AND articles.is_head IS DISTINCT FROM (articles.revision = head.revision)
            """;
    private static final String SETTLE_TAGS = """
            UPDATE %1$s SET current = NOT current
            FROM unnest(?, ?, ?) AS head (id, revision, usable)
            WHERE %1$s.id = head.id AND current <> (%1$s.revision = head.revision AND head.usable)
            """;
    /** Lower revisions first, so that a cancellation after an embargo still inherits from what was seen. */
    private static final String INHERIT = """
            UPDATE articles AS hidden
            SET tags = ARRAY(SELECT DISTINCT tag FROM unnest(before.tags || hidden.tags) AS tag), tsv = before.tsv,
                mentioned = before.mentioned
            FROM articles AS before
            WHERE hidden.id = ? AND hidden.revision = ? AND before.id = hidden.id
                AND before.revision = (SELECT max(revision) FROM revisions WHERE id = ? AND revision < ?)
            """;

    private Heads() {}

    /** @param rows in order of id and revision */
    static void settle(Connection connection, List<ArticleRow> rows) throws SQLException {
        List<String> ids = new ArrayList<>();
        List<Integer> heads = new ArrayList<>();
        List<Boolean> usable = new ArrayList<>();
        try (PreparedStatement several = connection.prepareStatement(SEVERAL)) {
            several.setArray(
                    1,
                    ids(connection, rows.stream().map(ArticleRow::id).distinct().toList()));
            try (ResultSet found = several.executeQuery()) {
                while (found.next()) {
                    ids.add(found.getString(1));
                    heads.add(found.getInt(2));
                    usable.add(found.getBoolean(3));
                }
            }
        }
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement settle = connection.prepareStatement(SETTLE)) {
            settle.setArray(1, ids(connection, ids));
            settle.setArray(2, connection.createArrayOf("int4", heads.toArray()));
            settle.executeUpdate();
        }
        for (String table : TagTables.WITH_CURRENT) {
            try (PreparedStatement settle = connection.prepareStatement(SETTLE_TAGS.formatted(table))) {
                settle.setArray(1, ids(connection, ids));
                settle.setArray(2, connection.createArrayOf("int4", heads.toArray()));
                settle.setArray(3, connection.createArrayOf("bool", usable.toArray()));
                settle.executeUpdate();
            }
        }
        for (ArticleRow row : rows) {
            if (row.hides()) {
                inherit(connection, row);
            }
        }
    }

    private static void inherit(Connection connection, ArticleRow row) throws SQLException {
        try (PreparedStatement inherit = connection.prepareStatement(INHERIT)) {
            inherit.setString(1, row.id());
            inherit.setInt(2, row.revision());
            inherit.setString(3, row.id());
            inherit.setInt(4, row.revision());
            inherit.executeUpdate();
        }
    }

    private static Array ids(Connection connection, List<String> ids) throws SQLException {
        return connection.createArrayOf("text", ids.toArray(String[]::new));
    }
}
