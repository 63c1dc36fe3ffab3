package io.dateline.store.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.store.query.ArticleKeys.Key;
import io.dateline.store.query.StoredArticle.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads whole articles in two steps: which fit, and then the text of a few at a time. Between two calls no connection is
 * held, so that a result of any size can be read as slowly as its reader likes. Every call blocks on the database.
 */
@ApplicationScoped
public class ArticleReading {
    /** Keys of a page; a question with words reads every match for each page, so pages are long. */
    public static final int KEYS = 1_000;
    /** Articles whose text is read at once: with their tags they may be 8 MB each. */
    public static final int DOCUMENTS = 10;

    private static final String HEADS = """
            SELECT r.id, r.revision, r.seq, r.content_hash, r.status, r.stored_at, r.trace_id, a.raw, e.document
            FROM revisions AS r
            JOIN articles AS a ON a.id = r.id AND a.revision = r.revision AND a.stored_month = r.stored_month
            JOIN enrichments AS e ON e.id = a.id AND e.revision = a.revision AND e.version = a.enrichment_version
                AND e.stored_month = a.stored_month
            WHERE r.id = ANY (?) AND a.is_head AND a.status = 'usable'
            """;

    private final ReadPool pool;
    private final Filters filters;

    ArticleReading(ReadPool pool, Filters filters) {
        this.pool = pool;
        this.filters = filters;
    }

    /**
     * One page of those that fit, newest first, {@code limit} of them at most.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code invalid-cursor}, {@code cursor-expired},
     *     {@code query-timeout} or {@code store-unavailable}
     */
    public ArticleKeys keys(ArticleQuery query) {
        Cursor cursor = query.cursor() == null ? null : Cursor.decode(query);
        Filter filter = filters.resolve(query);
        Conditions sql = new Conditions()
                .add("SELECT a.*, r.seq, r.stored_at FROM (SELECT a.id, a.revision, a.enrichment_version, a.sort_at"
                        + " FROM articles AS a WHERE ")
                .add(Conditions.listable(filter));
        if (cursor != null) {
            sql.add(" AND (a.sort_at, a.id) < (?, ?)", cursor.sortAt(), cursor.id());
        }
        sql.add(" ORDER BY a.sort_at DESC, a.id DESC LIMIT ?", query.limit() + 1)
                .add(") AS a JOIN revisions AS r USING (id, revision) ORDER BY a.sort_at DESC, a.id DESC");
        return pool.ask(connection -> {
            if (cursor != null) {
                Kept.check(connection, cursor.sortAt(), cursor.id());
            }
            return keys(connection, sql, query);
        });
    }

    private static ArticleKeys keys(Connection connection, Conditions sql, ArticleQuery query) throws SQLException {
        List<Key> items = new ArrayList<>();
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                if (items.size() == query.limit()) {
                    Key last = items.get(items.size() - 1);
                    return new ArticleKeys(items, new Cursor(last.sortAt(), last.id(), 0, null).encode(query));
                }
                items.add(new Key(
                        rows.getString("id"),
                        rows.getInt("revision"),
                        rows.getLong("seq"),
                        rows.getString("enrichment_version"),
                        ItemRows.instant(rows, "sort_at"),
                        ItemRows.instant(rows, "stored_at")));
            }
        }
        return new ArticleKeys(items, null);
    }

    /**
     * These articles as they stand now, in the same order and without {@code revisions}; those that may no longer be
     * shown are left out.
     *
     * @param keys at most {@value #DOCUMENTS}
     * @throws io.dateline.contracts.http.ProblemException {@code query-timeout} or {@code store-unavailable}
     */
    public List<StoredArticle> heads(List<Key> keys) {
        if (keys.size() > DOCUMENTS) {
            throw new IllegalArgumentException("at most " + DOCUMENTS + " at once, not " + keys.size());
        }
        Map<String, StoredArticle> heads = pool.ask(connection -> heads(connection, keys));
        return keys.stream()
                .map(key -> heads.get(key.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Map<String, StoredArticle> heads(Connection connection, List<Key> keys) throws SQLException {
        Map<String, StoredArticle> heads = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(HEADS)) {
            select.setArray(
                    1,
                    connection.createArrayOf("text", keys.stream().map(Key::id).toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Revision stored = new Revision(
                            rows.getInt("revision"),
                            rows.getLong("seq"),
                            rows.getString("content_hash"),
                            ItemRows.status(rows.getString("status")),
                            ItemRows.instant(rows, "stored_at"),
                            rows.getString("trace_id"));
                    heads.put(
                            rows.getString("id"),
                            new StoredArticle(
                                    document(rows.getString("document"), rows.getString("raw")),
                                    stored.revision(),
                                    stored,
                                    List.of()));
                }
            }
        }
        return heads;
    }

    /** The article and its tags, which are kept apart, put together again. */
    public static EnrichedArticle document(String tags, String raw) {
        try {
            var json = MessageCodec.json();
            ObjectNode document = (ObjectNode) json.readTree(tags);
            document.set("article", json.readTree(raw));
            return json.treeToValue(document, EnrichedArticle.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document that the store wrote cannot be read", e);
        }
    }
}
