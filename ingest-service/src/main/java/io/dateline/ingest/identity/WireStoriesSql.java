package io.dateline.ingest.identity;

import io.dateline.contracts.article.Source;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
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
        String sql = """
                SELECT pg_advisory_xact_lock(id)
                FROM (SELECT DISTINCT hashtextextended('wire-story ' || key, 0) AS id FROM unnest(?::text[]) AS key
                      ORDER BY id) AS keys
                """;
        Sql.list(connection, sql, row -> null, Sql.texts(connection, slugKeys));
    }

    Instant now() throws SQLException {
        return Sql.list(connection, "SELECT now() AS now", row -> Sql.instant(row, "now"))
                .get(0);
    }

    List<WireStories.Story> running(List<String> slugKeys) throws SQLException {
        String sql = """
                SELECT slug_key, source_id, source_name, owner, article_id, title, title_derived, tombstone, told_at,
                       seen_at
                FROM wire_stories WHERE slug_key = ANY (?)
                """;
        return Sql.list(
                connection,
                sql,
                row -> new WireStories.Story(
                        row.getString(1),
                        new Source(row.getString(2), row.getString(3), Source.Kind.WIRE),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getBoolean(7),
                        row.getBoolean(8),
                        Sql.instant(row, "told_at"),
                        Sql.instant(row, "seen_at")),
                Sql.texts(connection, slugKeys));
    }

    /** Every number that stands for a content, by article: the highest where it was used twice. */
    Map<String, Map<String, Integer>> revisions(List<String> ids) throws SQLException {
        Map<String, Map<String, Integer>> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        Sql.list(
                connection,
                "SELECT article_id, content_hash, revision FROM revisions WHERE article_id = ANY (?)",
                row -> found.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                        .merge(row.getString(2), row.getInt(3), Math::max),
                Sql.texts(connection, ids));
        return found;
    }

    void write(List<WireStories.Story> stories) throws SQLException {
        if (stories.isEmpty()) {
            return;
        }
        Sql.update(
                connection,
                """
                INSERT INTO wire_stories
                       (slug_key, source_id, source_name, owner, article_id, title, title_derived, tombstone, told_at)
                SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[],
                                     ?::boolean[], ?::timestamptz[])
                ON CONFLICT (slug_key, source_id) DO UPDATE
                SET source_name = excluded.source_name, owner = excluded.owner, article_id = excluded.article_id,
                    title = excluded.title, title_derived = excluded.title_derived, tombstone = excluded.tombstone,
                    told_at = excluded.told_at, seen_at = now()
                """,
                texts(stories, WireStories.Story::slugKey),
                texts(stories, story -> story.source().id()),
                texts(stories, story -> story.source().name()),
                texts(stories, WireStories.Story::owner),
                texts(stories, WireStories.Story::articleId),
                texts(stories, WireStories.Story::title),
                Sql.array(connection, "boolean", stories, WireStories.Story::titleDerived),
                Sql.array(connection, "boolean", stories, WireStories.Story::tombstone),
                Sql.array(connection, "timestamptz", stories, story -> Timestamp.from(story.toldAt())));
        forgetOld();
    }

    /** Slugs that nobody has used for a week; a few at a time, and none that somebody else holds. */
    private void forgetOld() throws SQLException {
        Sql.update(connection, """
                DELETE FROM wire_stories WHERE (slug_key, source_id) IN (
                    SELECT slug_key, source_id FROM wire_stories WHERE seen_at < now() - interval '7 days'
                    ORDER BY seen_at LIMIT 100 FOR UPDATE SKIP LOCKED)
                """);
    }

    private <T> Array texts(List<T> rows, Function<T, String> column) throws SQLException {
        return Sql.texts(connection, rows, column);
    }
}
