package io.dateline.ingest.identity;

import io.dateline.contracts.article.Source;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The statements that takes of wire copy need; none is run for a batch without slugs. */
final class WireStoriesSql {
    private final Connection connection;

    WireStoriesSql(Connection connection) {
        this.connection = connection;
    }

    /** Nobody else may judge copy under these slugs before this transaction ends. */
    void lock(List<String> slugKeys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT pg_advisory_xact_lock(id)
                FROM (SELECT DISTINCT hashtextextended('wire-story ' || key, 0) AS id FROM unnest(?::text[]) AS key
                      ORDER BY id) AS keys
                """)) {
            statement.setArray(1, texts(slugKeys, key -> key));
            statement.execute();
        }
    }

    Instant now() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT now()");
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("the database does not tell the time");
            }
            return row.getTimestamp(1).toInstant();
        }
    }

    List<WireStories.Story> running(List<String> slugKeys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT slug_key, source_id, source_name, owner, article_id, title, title_derived, tombstone, told_at,
                       seen_at
                FROM wire_stories WHERE slug_key = ANY (?)
                """)) {
            statement.setArray(1, texts(slugKeys, key -> key));
            List<WireStories.Story> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new WireStories.Story(
                            row.getString(1),
                            new Source(row.getString(2), row.getString(3), Source.Kind.WIRE),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getBoolean(7),
                            row.getBoolean(8),
                            row.getTimestamp(9).toInstant(),
                            row.getTimestamp(10).toInstant()));
                }
            }
            return found;
        }
    }

    /** Every number that stands for a content, by article: the highest where it was used twice. */
    Map<String, Map<String, Integer>> revisions(List<String> ids) throws SQLException {
        Map<String, Map<String, Integer>> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT article_id, content_hash, revision FROM revisions WHERE article_id = ANY (?)")) {
            statement.setArray(1, texts(ids, id -> id));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                            .merge(row.getString(2), row.getInt(3), Math::max);
                }
            }
        }
        return found;
    }

    void write(List<WireStories.Story> stories) throws SQLException {
        if (stories.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO wire_stories
                       (slug_key, source_id, source_name, owner, article_id, title, title_derived, tombstone, told_at)
                SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[],
                                     ?::boolean[], ?::timestamptz[])
                ON CONFLICT (slug_key, source_id) DO UPDATE
                SET source_name = excluded.source_name, owner = excluded.owner, article_id = excluded.article_id,
                    title = excluded.title, title_derived = excluded.title_derived, tombstone = excluded.tombstone,
                    told_at = excluded.told_at, seen_at = now()
                """)) {
            statement.setArray(1, texts(stories, WireStories.Story::slugKey));
            statement.setArray(2, texts(stories, story -> story.source().id()));
            statement.setArray(3, texts(stories, story -> story.source().name()));
            statement.setArray(4, texts(stories, WireStories.Story::owner));
            statement.setArray(5, texts(stories, WireStories.Story::articleId));
            statement.setArray(6, texts(stories, WireStories.Story::title));
            statement.setArray(7, array("boolean", stories, WireStories.Story::titleDerived));
            statement.setArray(8, array("boolean", stories, WireStories.Story::tombstone));
            statement.setArray(9, array("timestamptz", stories, story -> Timestamp.from(story.toldAt())));
            statement.executeUpdate();
        }
        forgetOld();
    }

    /** Slugs that nobody has used for a week; a few at a time, and none that somebody else holds. */
    private void forgetOld() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                DELETE FROM wire_stories WHERE (slug_key, source_id) IN (
                    SELECT slug_key, source_id FROM wire_stories WHERE seen_at < now() - interval '7 days'
                    ORDER BY seen_at LIMIT 100 FOR UPDATE SKIP LOCKED)
                """)) {
            statement.executeUpdate();
        }
    }

    private <T> Array texts(List<T> rows, Function<T, String> column) throws SQLException {
        return array("text", rows, column);
    }

    private <T, V> Array array(String type, List<T> rows, Function<T, V> column) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }
}
