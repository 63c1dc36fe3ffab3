package io.dateline.store.write;

import io.dateline.store.sql.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * Erases every revision of an article: text, tags, and the names that only it brought in. Its lines of
 * {@code revisions} stay as tombstones, and one more puts the erasure into the order of changes. Thread-safe.
 */
final class Erasure {
    /** Every table that holds something of an article's text or tags, by the column with the article's id. */
    static final List<Holder> HOLDERS = List.of(
            new Holder("articles", "id"),
            new Holder("enrichments", "id"),
            new Holder("article_entities", "id"),
            new Holder("event_mentions", "id"),
            new Holder("quotes", "id"),
            new Holder("sightings", "article_id"));

    /** Labels of these come from texts; others from vocabularies, gazetteers and source lists. */
    static final String NAMES_OF_TEXTS = "^(entity|role):(?!geonames:)";

    private static final String ORPHANS = """
            SELECT labels.tag FROM labels
            WHERE labels.tag IN (SELECT unnest(tags) FROM articles WHERE id = ?) AND labels.tag ~ ?
                AND NOT EXISTS (SELECT FROM articles AS other WHERE other.is_head AND other.status = 'usable'
                    AND other.tags @> ARRAY[labels.tag] AND other.id <> ?)
            """;
    private static final String TOMBSTONES = """
            UPDATE revisions SET erased_at = now(), status = 'canceled', content_hash = '', trace_id = NULL
            WHERE id = ?
            """;
    /** Above every revision there was. */
    private static final String TELL = """
            INSERT INTO revisions (id, revision, content_hash, seq, stored_month, status, erased_at)
            SELECT id, max(revision) + 1, '', ?, date_trunc('month', now() AT TIME ZONE 'UTC')::date, 'canceled', now()
            FROM revisions WHERE id = ? GROUP BY id
            """;

    private final DataSource dataSource;

    /**
     * @param table  of the store's schema
     * @param column that holds the article's id
     */
    record Holder(String table, String column) {}

    /** What was there to erase. */
    sealed interface Outcome {
        /** @param seq of the change that tells of it */
        record Erased(long seq) implements Outcome {}

        /** By an earlier request. */
        record ErasedBefore() implements Outcome {}

        /** Nothing of this id was ever stored. */
        record Unknown() implements Outcome {}
    }

    Erasure(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** All is committed when it returns, nothing changed when it throws. */
    Outcome erase(String id) throws SQLException {
        return Sql.transaction(dataSource, connection -> {
            Outcome outcome = erase(connection, id);
            if (!(outcome instanceof Outcome.Erased)) {
                // The seq taken for it goes back.
                connection.rollback();
            }
            return outcome;
        });
    }

    private static Outcome erase(Connection connection, String id) throws SQLException {
        // Before the lock, since common names are dear to look up.
        List<String> orphans = orphans(connection, id);
        SightingWriter.keepOut(connection);
        // From here on no writer commits: what is not seen now will find the tombstone.
        long seq = ChangeOrder.take(connection, 1);
        OptionalLong standing = standing(connection, id);
        if (standing.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (standing.getAsLong() == 0) {
            return new Outcome.ErasedBefore();
        }
        for (Holder holder : HOLDERS) {
            update(connection, "DELETE FROM %s WHERE %s = ?".formatted(holder.table(), holder.column()), id);
        }
        update(connection, TOMBSTONES, id);
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM labels WHERE tag = ANY (?)")) {
            Array tags = connection.createArrayOf("text", orphans.toArray());
            delete.setArray(1, tags);
            delete.executeUpdate();
        }
        try (PreparedStatement tell = connection.prepareStatement(TELL)) {
            tell.setLong(1, seq);
            tell.setString(2, id);
            tell.executeUpdate();
        }
        return new Outcome.Erased(seq);
    }

    /** How many revisions are not erased; empty where there is none at all. */
    private static OptionalLong standing(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT count(*), count(*) FILTER (WHERE erased_at IS NULL) FROM revisions WHERE id = ?")) {
            select.setString(1, id);
            try (ResultSet counts = select.executeQuery()) {
                counts.next();
                return counts.getLong(1) == 0 ? OptionalLong.empty() : OptionalLong.of(counts.getLong(2));
            }
        }
    }

    private static List<String> orphans(Connection connection, String id) throws SQLException {
        List<String> tags = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ORPHANS)) {
            select.setString(1, id);
            select.setString(2, NAMES_OF_TEXTS);
            select.setString(3, id);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    tags.add(rows.getString(1));
                }
            }
        }
        return tags;
    }

    private static void update(Connection connection, String sql, String id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, id);
            update.executeUpdate();
        }
    }
}
