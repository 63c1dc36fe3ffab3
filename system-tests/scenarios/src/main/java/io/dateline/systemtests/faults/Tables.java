package io.dateline.systemtests.faults;

import io.dateline.testinfra.Servers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** What the store wrote, read past the store and past the proxy. */
final class Tables implements AutoCloseable {
    private static final String ROWS = """
            SELECT r.seq, r.id, r.revision, a.url, (a.published_at AT TIME ZONE 'UTC')::date AS published,
                coalesce(a.is_head, false) AS head, a.title, a.raw->>'body' AS body,
                EXISTS (SELECT FROM store.enrichments AS e
                    WHERE e.id = r.id AND e.revision = r.revision AND e.version = a.enrichment_version)
                AND (SELECT count(*) FROM store.article_entities AS e WHERE e.id = r.id AND e.revision = r.revision)
                    = (SELECT count(*) FROM unnest(a.tags) AS tag WHERE tag LIKE 'entity:%') AS tagged,
                EXISTS (SELECT FROM store.story_members AS m WHERE m.article_id = r.id) AS placed
            FROM store.revisions AS r LEFT JOIN store.articles AS a USING (id, revision)
            ORDER BY r.seq
            """;

    private final Connection connection;

    Tables(String jdbcUrl) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Servers.USER);
        properties.setProperty("password", Servers.PASSWORD);
        properties.setProperty("socketTimeout", "60");
        connection = DriverManager.getConnection(jdbcUrl, properties);
    }

    List<Row> rows() throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(ROWS)) {
            while (found.next()) {
                rows.add(new Row(
                        found.getLong("seq"),
                        found.getString("id"),
                        found.getInt("revision"),
                        found.getString("url"),
                        found.getString("title") == null
                                ? null
                                : Words.of(found.getString("title"), found.getString("body")),
                        found.getBoolean("tagged"),
                        found.getBoolean("placed"),
                        found.getObject("published", LocalDate.class),
                        found.getBoolean("head")));
            }
        }
        return rows;
    }

    /** The seq the store says it has come to. */
    long counter() throws SQLException {
        return number("SELECT last FROM store.change_counter");
    }

    /** Whether the builder of stories has looked at all that is stored. */
    boolean storiesBuilt() throws SQLException {
        return number("SELECT count(*) FROM store.story_cursor, store.change_counter"
                        + " WHERE live_seq >= last AND late_seq >= last")
                == 1;
    }

    String text(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getString(1);
        }
    }

    long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }

    /** Whoever wants to give out seqs waits from here on. */
    void lockCounter() throws SQLException {
        connection.setAutoCommit(false);
        number("SELECT last FROM store.change_counter FOR UPDATE");
    }

    void unlockCounter() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
