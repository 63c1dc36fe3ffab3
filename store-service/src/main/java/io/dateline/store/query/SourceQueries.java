package io.dateline.store.query;

import io.dateline.contracts.article.Source;
import io.dateline.store.query.ArticlePage.Counted;
import io.dateline.store.query.SourceList.Known;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sources of stored articles. Every call blocks on the database. */
@ApplicationScoped
public class SourceQueries {
    private static final int COUNTED = 10_000;
    private static final String QUESTION = "sources";
    /** Labels are in the order of their tags: a page is a piece of their key. */
    private static final String SOURCES = """
            SELECT newest.*, (SELECT count(*) FROM (SELECT FROM articles AS a WHERE a.source_id = newest.source_id
                AND a.is_head AND a.status = 'usable' LIMIT %d) AS bounded) AS n
            FROM (SELECT tag, substr(tag, 8) AS id FROM labels WHERE tag > ? AND tag < 'source;') AS known
            CROSS JOIN LATERAL (SELECT a.source_id, a.source_name, a.source_kind, a.sort_at, r.stored_at
                FROM articles AS a JOIN revisions AS r USING (id, revision)
                WHERE a.source_id = known.id AND a.is_head AND a.status = 'usable'
                ORDER BY a.sort_at DESC, a.id DESC LIMIT 1) AS newest
            ORDER BY known.tag LIMIT ?
            """.formatted(COUNTED + 1);

    private final ReadPool pool;

    SourceQueries(ReadPool pool) {
        this.pool = pool;
    }

    /**
     * One page of the sources that have an article to show.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code invalid-cursor}, {@code query-timeout} or
     *     {@code store-unavailable}
     */
    public SourceList list(PageRequest page) {
        PageCursor cursor = PageCursor.decode(page.cursor(), QUESTION);
        return pool.ask(connection -> read(connection, page.limit(), cursor == null ? "" : cursor.id()));
    }

    private static SourceList read(Connection connection, int limit, String after) throws SQLException {
        List<Known> items = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SOURCES)) {
            select.setString(1, "source:" + after);
            select.setInt(2, limit + 1);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    if (items.size() == limit) {
                        String last = items.get(limit - 1).source().id();
                        return new SourceList(
                                items, new PageCursor(Instant.EPOCH, last, 0, Instant.EPOCH, 0).encode(QUESTION));
                    }
                    items.add(known(rows));
                }
            }
        }
        return new SourceList(items, null);
    }

    private static Known known(ResultSet row) throws SQLException {
        Counted counted = Counted.of(row.getInt("n"), COUNTED);
        return new Known(
                new Source(
                        row.getString("source_id"),
                        row.getString("source_name"),
                        Source.Kind.valueOf(row.getString("source_kind").toUpperCase(Locale.ROOT))),
                counted.newest(),
                counted.approximate(),
                ItemRows.instant(row, "sort_at"),
                ItemRows.instant(row, "stored_at"));
    }
}
