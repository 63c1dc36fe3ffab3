package io.dateline.ingest.identity;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
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
        Map<String, String> found = new HashMap<>();
        Sql.list(
                connection,
                "SELECT key, article_id FROM identity_keys WHERE key = ANY (?)",
                row -> found.put(row.getString(1), row.getString(2)),
                texts(names));
        return found;
    }

    /** The ids that were not there before. */
    List<String> insertArticles(Map<String, Incoming> fresh) throws SQLException {
        if (fresh.isEmpty()) {
            return List.of();
        }
        String sql = """
                INSERT INTO articles
                       (id, owner, full_text, head_revision, head_hash, status, head_version, head_created, tried_at)
                SELECT id, owner, full_text, 1, hash, status, version, created, now()
                FROM unnest(?::text[], ?::text[], ?::boolean[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[])
                     AS new (id, owner, full_text, hash, status, version, created)
                ORDER BY id ON CONFLICT DO NOTHING RETURNING id
                """;
        Collection<Incoming> values = fresh.values();
        return Sql.list(
                connection,
                sql,
                row -> row.getString(1),
                texts(fresh.keySet()),
                texts(values, one -> one.origin().owner()),
                array("boolean", values, one -> one.article().fullText()),
                texts(values, one -> one.article().contentHash()),
                texts(values, one -> one.article().status().name()),
                array("bigint", values, one -> one.article().edition().number()),
                times(values, one -> one.article().edition().created()));
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
        if (Sql.update(connection, sql, texts(keys.keySet()), texts(keys.values())) == keys.size()) {
            return;
        }
        Map<String, String> there = articlesOf(List.copyOf(keys.keySet()));
        if (!keys.equals(there)) {
            throw new Database.Redo();
        }
    }

    /**
     * @param lock whether nobody else may judge these articles before this transaction ends
     * @param trying how long publishing may be under way after it was begun
     */
    Map<String, ArticleState> states(List<String> ids, boolean lock, Duration trying) throws SQLException {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String sql = """
                SELECT id, owner, owner_moved, full_text, head_revision, head_hash, acknowledged_revision,
                       owner LIKE 'feed-%' AND NOT EXISTS (SELECT 1 FROM feeds WHERE feeds.id = articles.owner),
                       head_version, head_created,
                       (SELECT source_id FROM gone_feeds WHERE gone_feeds.id = articles.owner),
                       coalesce(tried_at > now() - make_interval(secs => ?), false), owner_since
                FROM articles WHERE id = ANY (?) ORDER BY id
                """;
        Map<String, ArticleState> states = new HashMap<>();
        Sql.list(
                connection,
                lock ? sql + "FOR UPDATE" : sql,
                row -> states.put(
                        row.getString(1),
                        new ArticleState(
                                row.getString(2),
                                row.getBoolean(3),
                                row.getInt(13),
                                row.getBoolean(8),
                                row.getString(11),
                                row.getBoolean(4),
                                row.getInt(5),
                                row.getString(6),
                                row.getInt(7),
                                row.getObject(9, Long.class),
                                Sql.instant(row, "head_created"),
                                row.getBoolean(12))),
                trying.toMillis() / 1000.0,
                texts(ids));
        return states;
    }

    /** @param inserted articles that {@link #insertArticles} wrote with their first revision */
    void write(BatchWrites writes, Set<String> inserted) throws SQLException {
        insertRevisions(writes.revisions);
        adopt(writes.adopted);
        begun(writes.tried);
        updateHeads(writes.heads.values().stream()
                .filter(head -> head.state().head() > 1 || !inserted.contains(head.id()))
                .toList());
        if (!writes.sightings.isEmpty()) {
            Sql.update(
                    connection,
                    """
                    INSERT INTO sightings (article_id, owner)
                    SELECT id, owner FROM unnest(?::text[], ?::text[]) AS new (id, owner) ORDER BY id, owner
                    ON CONFLICT (article_id, owner) DO UPDATE SET last_seen = now()
                    """,
                    texts(writes.sightings, BatchWrites.Seen::id),
                    texts(writes.sightings, BatchWrites.Seen::owner));
        }
        if (!writes.seen.isEmpty()) {
            // To the hour is enough, and spares a write for every unchanged item of every poll.
            Sql.update(connection, """
                    UPDATE articles SET last_seen = now(), forgotten_at = NULL
                    WHERE id = ANY (?) AND last_seen < now() - interval '1 hour'
                    """, texts(writes.seen));
        }
    }

    private void begun(Set<String> ids) throws SQLException {
        if (!ids.isEmpty()) {
            Sql.update(connection, "UPDATE articles SET tried_at = now() WHERE id = ANY (?)", texts(ids));
        }
    }

    private void adopt(Map<String, String> owners) throws SQLException {
        if (owners.isEmpty()) {
            return;
        }
        Sql.update(connection, """
                UPDATE articles SET owner = new.owner FROM unnest(?::text[], ?::text[]) AS new (id, owner)
                WHERE articles.id = new.id
                """, texts(owners.keySet()), texts(owners.values()));
    }

    private void insertRevisions(List<BatchWrites.Revision> revisions) throws SQLException {
        if (revisions.isEmpty()) {
            return;
        }
        Sql.update(
                connection,
                """
                INSERT INTO revisions (article_id, revision, content_hash)
                SELECT * FROM unnest(?::text[], ?::integer[], ?::text[])
                """,
                texts(revisions, BatchWrites.Revision::id),
                array("integer", revisions, one -> one.state().head()),
                texts(revisions, one -> one.state().headHash()));
    }

    private void updateHeads(List<BatchWrites.Revision> heads) throws SQLException {
        if (heads.isEmpty()) {
            return;
        }
        String sql = """
                UPDATE articles SET owner = new.owner, owner_moved = new.moved, owner_since = new.since,
                       full_text = new.full_text, head_revision = new.head, head_hash = new.hash, status = new.status,
                       head_version = new.version, head_created = new.created, last_seen = now(),
                       forgotten_at = NULL, tried_at = now()
                FROM unnest(?::text[], ?::text[], ?::boolean[], ?::integer[], ?::boolean[], ?::integer[], ?::text[],
                            ?::text[], ?::bigint[], ?::timestamptz[])
                     AS new (id, owner, moved, since, full_text, head, hash, status, version, created)
                WHERE articles.id = new.id
                """;
        Sql.update(
                connection,
                sql,
                texts(heads, BatchWrites.Revision::id),
                texts(heads, one -> one.state().owner()),
                array("boolean", heads, one -> one.state().ownerMoved()),
                array("integer", heads, one -> one.state().ownerSince()),
                array("boolean", heads, one -> one.state().fullText()),
                array("integer", heads, one -> one.state().head()),
                texts(heads, one -> one.state().headHash()),
                texts(heads, one -> one.status().name()),
                array("bigint", heads, one -> one.state().version()),
                times(heads, one -> one.state().created()));
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
        Sql.update(
                connection,
                sql,
                texts(highest.keySet()),
                texts(highest.keySet()),
                array("integer", highest.values(), value -> value));
    }

    private Array texts(Collection<String> values) throws SQLException {
        return Sql.texts(connection, values);
    }

    private <T> Array texts(Collection<T> rows, Function<T, String> column) throws SQLException {
        return Sql.texts(connection, rows, column);
    }

    private <T> Array times(Collection<T> rows, Function<T, Instant> column) throws SQLException {
        return array("timestamptz", rows, row -> column.apply(row) == null ? null : Timestamp.from(column.apply(row)));
    }

    private <T> Array array(String type, Collection<T> rows, Function<T, ?> column) throws SQLException {
        return Sql.array(connection, type, rows, column);
    }
}
