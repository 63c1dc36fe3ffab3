package io.dateline.ingest.identity;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The statements of one reservation, a constant number of them whatever the size of the batch. */
final class IdentitySql {
    private final Connection connection;

    IdentitySql(Connection connection) {
        this.connection = connection;
    }

    /** Article ids by name. */
    Map<String, String> articlesOf(List<String> names) throws SQLException {
        return pairs("SELECT key, article_id FROM identity_keys WHERE key = ANY (?)", names);
    }

    /** The ids that were not there before. */
    List<String> insertArticles(Map<String, Incoming> fresh) throws SQLException {
        if (fresh.isEmpty()) {
            return List.of();
        }
        String sql = """
                INSERT INTO articles (id, owner, full_text, head_revision, head_hash, status, head_version, head_created)
                SELECT id, owner, full_text, 1, hash, status, version, created
                FROM unnest(?::text[], ?::text[], ?::boolean[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[])
                     AS new (id, owner, full_text, hash, status, version, created)
                ORDER BY id ON CONFLICT DO NOTHING RETURNING id
                """;
        Collection<Incoming> values = fresh.values();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, texts(fresh.keySet()));
            statement.setArray(2, texts(values, one -> one.origin().owner()));
            statement.setArray(3, array("boolean", values, one -> one.article().fullText()));
            statement.setArray(4, texts(values, one -> one.article().contentHash()));
            statement.setArray(5, texts(values, one -> one.article().status().name()));
            statement.setArray(
                    6, array("bigint", values, one -> one.article().edition().number()));
            statement.setArray(7, times(values, one -> one.article().edition().created()));
            List<String> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        }
    }

    /** @throws Database.Redo where a name meanwhile belongs to another article */
    void insertKeys(Map<String, String> keys) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        String sql = """
                INSERT INTO identity_keys (key, article_id)
                SELECT key, article_id FROM unnest(?::text[], ?::text[]) AS new (key, article_id)
                ORDER BY key ON CONFLICT DO NOTHING
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, texts(keys.keySet()));
            statement.setArray(2, texts(keys.values()));
            if (statement.executeUpdate() == keys.size()) {
                return;
            }
        }
        Map<String, String> there = articlesOf(List.copyOf(keys.keySet()));
        if (!keys.equals(there)) {
            throw new Database.Redo();
        }
    }

    /** @param lock whether nobody else may judge these articles before this transaction ends */
    Map<String, ArticleState> states(List<String> ids, boolean lock) throws SQLException {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String sql = """
                SELECT id, owner, owner_moved, full_text, head_revision, head_hash, acknowledged_revision,
                       owner LIKE 'feed-%' AND NOT EXISTS (SELECT 1 FROM feeds WHERE feeds.id = articles.owner),
                       head_version, head_created,
                       (SELECT source_id FROM gone_feeds WHERE gone_feeds.id = articles.owner)
                FROM articles WHERE id = ANY (?) ORDER BY id
                """;
        try (PreparedStatement statement = connection.prepareStatement(lock ? sql + "FOR UPDATE" : sql)) {
            statement.setArray(1, texts(ids));
            Map<String, ArticleState> states = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    states.put(
                            row.getString(1),
                            new ArticleState(
                                    row.getString(2),
                                    row.getBoolean(3),
                                    row.getBoolean(8),
                                    row.getString(11),
                                    row.getBoolean(4),
                                    row.getInt(5),
                                    row.getString(6),
                                    row.getInt(7),
                                    row.getObject(9, Long.class),
                                    row.getTimestamp(10) == null
                                            ? null
                                            : row.getTimestamp(10).toInstant()));
                }
            }
            return states;
        }
    }

    /** @param inserted articles that {@link #insertArticles} wrote with their first revision */
    void write(BatchWrites writes, Set<String> inserted) throws SQLException {
        insertRevisions(writes.revisions);
        adopt(writes.adopted);
        updateHeads(writes.heads.values().stream()
                .filter(head -> head.state().head() > 1 || !inserted.contains(head.id()))
                .toList());
        if (!writes.sightings.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement("""
                    INSERT INTO sightings (article_id, owner)
                    SELECT id, owner FROM unnest(?::text[], ?::text[]) AS new (id, owner) ORDER BY id, owner
                    ON CONFLICT (article_id, owner) DO UPDATE SET last_seen = now()
                    """)) {
                statement.setArray(1, texts(writes.sightings, BatchWrites.Seen::id));
                statement.setArray(2, texts(writes.sightings, BatchWrites.Seen::owner));
                statement.executeUpdate();
            }
        }
        if (!writes.seen.isEmpty()) {
            // To the hour is enough, and spares a write for every unchanged item of every poll.
            try (PreparedStatement statement =
                    connection.prepareStatement("UPDATE articles SET last_seen = now(), forgotten_at = NULL"
                            + " WHERE id = ANY (?) AND last_seen < now() - interval '1 hour'")) {
                statement.setArray(1, texts(writes.seen));
                statement.executeUpdate();
            }
        }
    }

    private void adopt(Map<String, String> owners) throws SQLException {
        if (owners.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE articles SET owner = new.owner FROM unnest(?::text[], ?::text[]) AS new (id, owner)
                WHERE articles.id = new.id
                """)) {
            statement.setArray(1, texts(owners.keySet()));
            statement.setArray(2, texts(owners.values()));
            statement.executeUpdate();
        }
    }

    private void insertRevisions(List<BatchWrites.Revision> revisions) throws SQLException {
        if (revisions.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO revisions (article_id, revision, content_hash)
                SELECT * FROM unnest(?::text[], ?::integer[], ?::text[])
                """)) {
            statement.setArray(1, texts(revisions, BatchWrites.Revision::id));
            statement.setArray(2, array("integer", revisions, one -> one.state().head()));
            statement.setArray(3, texts(revisions, one -> one.state().headHash()));
            statement.executeUpdate();
        }
    }

    private void updateHeads(List<BatchWrites.Revision> heads) throws SQLException {
        if (heads.isEmpty()) {
            return;
        }
        String sql = """
                UPDATE articles SET owner = new.owner, owner_moved = new.moved, full_text = new.full_text,
                       head_revision = new.head, head_hash = new.hash, status = new.status,
                       head_version = new.version, head_created = new.created, last_seen = now(),
                       forgotten_at = NULL
                FROM unnest(?::text[], ?::text[], ?::boolean[], ?::boolean[], ?::integer[], ?::text[], ?::text[],
                            ?::bigint[], ?::timestamptz[])
                     AS new (id, owner, moved, full_text, head, hash, status, version, created)
                WHERE articles.id = new.id
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, texts(heads, BatchWrites.Revision::id));
            statement.setArray(2, texts(heads, one -> one.state().owner()));
            statement.setArray(3, array("boolean", heads, one -> one.state().ownerMoved()));
            statement.setArray(4, array("boolean", heads, one -> one.state().fullText()));
            statement.setArray(5, array("integer", heads, one -> one.state().head()));
            statement.setArray(6, texts(heads, one -> one.state().headHash()));
            statement.setArray(7, texts(heads, one -> one.status().name()));
            statement.setArray(8, array("bigint", heads, one -> one.state().version()));
            statement.setArray(9, times(heads, one -> one.state().created()));
            statement.executeUpdate();
        }
    }

    /** @param highest revision by article id, in order of the ids */
    void acknowledge(Map<String, Integer> highest) throws SQLException {
        // Locked in order first: an UPDATE from a join takes its locks in whatever order the plan has.
        String sql = """
                WITH mine AS (SELECT id FROM articles WHERE id = ANY (?) ORDER BY id FOR UPDATE)
                UPDATE articles SET acknowledged_revision = greatest(acknowledged_revision, done.revision)
                FROM unnest(?::text[], ?::integer[]) AS done (id, revision), mine
                WHERE articles.id = done.id AND mine.id = articles.id
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, texts(highest.keySet()));
            statement.setArray(2, texts(highest.keySet()));
            statement.setArray(3, array("integer", highest.values(), value -> value));
            statement.executeUpdate();
        }
    }

    private Map<String, String> pairs(String sql, Collection<String> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, texts(values));
            Map<String, String> found = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getString(2));
                }
            }
            return found;
        }
    }

    private Array texts(Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray(String[]::new));
    }

    private <T> Array texts(Collection<T> rows, Function<T, String> column) throws SQLException {
        // Typed, so that the driver sends it in binary: an Object[] goes as one literal with every quote escaped.
        return texts(rows.stream().map(column).toList());
    }

    private <T> Array times(Collection<T> rows, Function<T, Instant> column) throws SQLException {
        return array("timestamptz", rows, row -> column.apply(row) == null ? null : Timestamp.from(column.apply(row)));
    }

    private <T, V> Array array(String type, Collection<T> rows, Function<T, V> column) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }
}
