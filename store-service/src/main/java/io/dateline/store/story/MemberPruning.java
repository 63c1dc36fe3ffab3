package io.dateline.store.story;

import io.dateline.store.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Takes articles whose month was dropped out of their stories, and stories that none is left of, some at a time, each time under the builder's lock. What
 * the builder holds in memory is another version afterwards, so it reads again.
 */
final class MemberPruning {
    private static final String LOCK = "UPDATE story_cursor SET version = version";
    private static final String SOME = """
            SELECT m.article_id, m.story_id, EXISTS (SELECT FROM articles AS a WHERE a.id = m.article_id AND a.is_head)
                AS there
            FROM story_members AS m WHERE m.article_id > ? ORDER BY m.article_id LIMIT ?
            """;
    /** The earliest copy that is left becomes what the others copy. */
    private static final String RECOPY = """
            UPDATE story_members AS m SET copy_of = nullif(earliest.article_id, m.article_id)
            FROM (SELECT DISTINCT ON (copy_of) copy_of, article_id FROM story_members WHERE copy_of = ANY (?)
                ORDER BY copy_of, at, seq) AS earliest
            WHERE m.copy_of = earliest.copy_of
            """;

    /** Of what was dropped; one that was merged stays as long as the story it went into. */
    private static final String EMPTY = """
            DELETE FROM stories WHERE story_id IN (SELECT s.story_id FROM stories AS s
                WHERE s.members = 0 AND s.founded_at <= (SELECT max(newest_sort) FROM dropped_months)
                    AND NOT EXISTS (SELECT FROM stories AS heir WHERE heir.story_id = s.merged_into AND heir.members > 0)
                LIMIT ?)
            RETURNING story_id
            """;

    private static final String FORGET = "UPDATE story_cursor SET version = version + 1";

    private final DataSource dataSource;
    private final int atOnce;

    /** @param atOnce members looked at in one transaction */
    MemberPruning(DataSource dataSource, int atOnce) {
        this.dataSource = dataSource;
        this.atOnce = atOnce;
    }

    /** Looks at every member; returns how many were taken out. */
    int prune() throws SQLException {
        int pruned = 0;
        String after = "";
        while (after != null) {
            String from = after;
            Look look = Sql.transaction(dataSource, connection -> {
                Sql.update(connection, LOCK);
                Look some = look(connection, from);
                take(connection, some);
                return some;
            });
            pruned += look.gone.size();
            after = look.last;
        }
        int empty = atOnce;
        while (empty == atOnce) {
            empty = Sql.transaction(dataSource, this::takeEmpty);
        }
        return pruned;
    }

    private int takeEmpty(Connection connection) throws SQLException {
        Sql.update(connection, LOCK);
        List<String> empty = Sql.rows(connection, EMPTY, row -> row.getString("story_id"), atOnce);
        Sql.update(connection, "DELETE FROM story_changes WHERE story_id = ANY (?)", empty);
        if (!empty.isEmpty()) {
            Sql.update(connection, FORGET);
        }
        return empty.size();
    }

    /** @param last where the next look begins, null at the end */
    private record Look(List<String> gone, List<String> stories, String last) {}

    private Look look(Connection connection, String after) throws SQLException {
        List<String> gone = new ArrayList<>();
        List<String> stories = new ArrayList<>();
        String last = null;
        int looked = 0;
        try (PreparedStatement select = connection.prepareStatement(SOME)) {
            select.setString(1, after);
            select.setInt(2, atOnce);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    last = rows.getString("article_id");
                    looked++;
                    if (!rows.getBoolean("there")) {
                        gone.add(last);
                        stories.add(rows.getString("story_id"));
                    }
                }
            }
        }
        return new Look(gone, stories, looked == atOnce ? last : null);
    }

    private static void take(Connection connection, Look look) throws SQLException {
        if (look.gone.isEmpty()) {
            return;
        }
        Sql.update(connection, "DELETE FROM story_members WHERE article_id = ANY (?)", look.gone);
        Sql.update(connection, "DELETE FROM story_features WHERE article_id = ANY (?)", look.gone);
        Sql.update(connection, RECOPY, look.gone);
        Sql.update(connection, TableLedger.SUMS, Set.copyOf(look.stories));
        Sql.update(connection, FORGET);
    }
}
