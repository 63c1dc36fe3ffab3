package io.dateline.store.stream;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.store.query.ItemRows;
import io.dateline.store.query.ReadPool;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads changes by seq. Blocks on the database. */
@ApplicationScoped
public class ChangeReader {
    private static final String SELECT = "SELECT " + ItemRows.ARTICLE_COLUMNS + ", " + ItemRows.REVISION_COLUMNS + """
            , r.id AS changed_id, r.revision AS changed_revision, r.status AS changed_status, r.erased_at,
            a.tags, head.status AS head_status, ARRAY(
                SELECT question.place FROM unnest(?) WITH ORDINALITY AS question (words, place)
                WHERE CASE WHEN a.language = 'en' THEN a.tsv @@ websearch_to_tsquery('english', question.words)
                    ELSE a.tsv @@ websearch_to_tsquery('simple', question.words) END) AS matched
            FROM (SELECT * FROM revisions WHERE seq > ? ORDER BY seq LIMIT ?) AS r
            LEFT JOIN articles AS a ON a.id = r.id AND a.revision = r.revision AND a.stored_month = r.stored_month
            JOIN LATERAL (SELECT status FROM revisions WHERE id = r.id ORDER BY revision DESC LIMIT 1) AS head ON true
            ORDER BY r.seq
            """;

    private final ReadPool pool;

    ChangeReader(ReadPool pool) {
        this.pool = pool;
    }

    /** Changes after {@code after} in order, at most {@code limit}. */
    public List<Change> read(long after, int limit) {
        return read(after, limit, List.of()).stream().map(Found::change).toList();
    }

    /** The last seq committed, 0 for an empty store. */
    public long last() {
        return pool.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT last FROM change_counter");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** As {@link #read(long, int)}, and which of the {@code texts} each matches. */
    List<Found> read(long after, int limit, List<String> texts) {
        return pool.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT)) {
                select.setArray(1, lowerCase(connection, texts));
                select.setLong(2, after);
                select.setInt(3, limit);
                List<Found> found = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(found(rows, texts));
                    }
                }
                return found;
            }
        });
    }

    private static Array lowerCase(Connection connection, List<String> texts) throws SQLException {
        Object[] words =
                texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toArray();
        return connection.createArrayOf("text", words);
    }

    private static Found found(ResultSet row, List<String> texts) throws SQLException {
        ArticleStatus status = ItemRows.status(row.getString("changed_status"));
        boolean shown =
                status == ArticleStatus.USABLE && ItemRows.status(row.getString("head_status")) == ArticleStatus.USABLE;
        Set<String> matched = new HashSet<>();
        for (Long place : (Long[]) row.getArray("matched").getArray()) {
            matched.add(texts.get(place.intValue() - 1));
        }
        // An erased revision has none.
        Array tags = row.getArray("tags");
        Change change = new Change(
                row.getLong("seq"),
                row.getString("changed_id"),
                row.getInt("changed_revision"),
                status,
                shown ? ItemRows.item(row) : null,
                ItemRows.instant(row, "erased_at"),
                tags == null ? Set.of() : Set.of((String[]) tags.getArray()));
        return new Found(change, ItemRows.instant(row, "sort_at"), matched);
    }

    /**
     * A change and what it takes to filter it, which a hidden one does not show.
     *
     * @param sortAt  null where it was erased
     * @param matched those of the texts asked about that it matches
     */
    record Found(Change change, Instant sortAt, Set<String> matched) {}
}
