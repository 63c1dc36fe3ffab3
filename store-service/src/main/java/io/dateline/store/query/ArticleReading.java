package io.dateline.store.query;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.query.ArticleKeys.Key;
import io.dateline.store.query.StoredArticle.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Reads whole articles in two steps: which fit, and then the text of a few at a time. Between two calls no connection is
 * held, so that a result of any size can be read as slowly as its reader likes. Every call blocks on the database.
 */
@ApplicationScoped
public class ArticleReading {
    /** Keys of a page; a question with words reads every match for each page, so pages are long. */
    public static final int KEYS = 1_000;
    /** Articles whose text is read at once, as long as they are not large. */
    public static final int DOCUMENTS = 10;
    /** Characters of JSON after which no further article is read at once: with its tags one may have 8 million. */
    static final int CHARACTERS = 4_000_000;

    private static final String WHOLE = "a.raw";
    /** Enough of the text for an excerpt, and what is told of an article in a list. */
    private static final String BEGINNING = """
            a.raw || jsonb_build_object('body', left(a.raw ->> 'body', 2000)) AS raw""";

    private static final String HEADS = """
            SELECT r.id, r.revision, r.seq, r.content_hash, r.status, r.stored_at, r.trace_id, %s, %s
            FROM revisions AS r
            JOIN articles AS a ON a.id = r.id AND a.revision = r.revision AND a.stored_month = r.stored_month
            JOIN enrichments AS e ON e.id = a.id AND e.revision = a.revision AND e.version = a.enrichment_version
                AND e.stored_month = a.stored_month
            WHERE r.id = ANY (?) AND a.is_head AND a.status = 'usable' ORDER BY array_position(?, r.id)
            """;

    private final ReadPool pool;
    private final Filters filters;
    private final int characters;

    @Inject
    ArticleReading(ReadPool pool, Filters filters) {
        this(pool, filters, CHARACTERS);
    }

    /** @param characters of JSON after which no further article is read at once */
    ArticleReading(ReadPool pool, Filters filters, int characters) {
        this.pool = pool;
        this.filters = filters;
        this.characters = characters;
    }

    /**
     * Articles that were read at once.
     *
     * @param articles in the order of the keys; never null
     * @param keys     how many of the keys were looked at, 1 or more unless there were none
     */
    public record Piece(List<StoredArticle> articles, int keys) {
        public Piece {
            articles = List.copyOf(articles);
        }
    }

    /**
     * One page of those that fit, newest first, {@code limit} of them at most.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code invalid-cursor}, {@code cursor-expired},
     *     {@code query-timeout} or {@code store-unavailable}
     */
    public ArticleKeys keys(ArticleQuery query) {
        return keys(query, true);
    }

    /**
     * The same for whoever wants what is left, whether or not something before it was dropped.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code invalid-cursor}, {@code query-timeout} or
     *     {@code store-unavailable}
     */
    public ArticleKeys keysLeft(ArticleQuery query) {
        return keys(query, false);
    }

    private ArticleKeys keys(ArticleQuery query, boolean gapless) {
        Cursor cursor = query.cursor() == null ? null : Cursor.decode(query);
        Filter filter = filters.resolve(query).continued(cursor);
        Conditions sql = new Conditions()
                .add("SELECT a.*, r.seq, r.stored_at, " + Pages.AS_OF
                        + " FROM (SELECT a.id, a.revision, a.enrichment_version, a.sort_at"
                        + " FROM articles AS a WHERE ")
                .add(Conditions.listable(filter));
        if (cursor != null) {
            sql.add(" AND (a.sort_at, a.id) < (?, ?)", cursor.sortAt(), cursor.id());
        }
        sql.add(" ORDER BY a.sort_at DESC, a.id DESC LIMIT ?", query.limit() + 1)
                .add(") AS a JOIN revisions AS r USING (id, revision) ORDER BY a.sort_at DESC, a.id DESC");
        return pool.ask(connection -> {
            if (cursor != null && gapless) {
                Kept.check(connection, cursor.sortAt(), cursor.id());
            }
            return keys(connection, sql, query, cursor);
        });
    }

    private static ArticleKeys keys(Connection connection, Conditions sql, ArticleQuery query, Cursor cursor)
            throws SQLException {
        List<Key> items = new ArrayList<>();
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                if (items.size() == query.limit()) {
                    Key last = items.get(items.size() - 1);
                    Instant upTo = cursor == null ? items.get(0).sortAt() : cursor.upTo();
                    long asOf = cursor == null ? rows.getLong("as_of") : cursor.asOf();
                    return new ArticleKeys(items, new Cursor(last.sortAt(), last.id(), 0, upTo, asOf).encode(query));
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
     * The first of these articles as they stand now, without {@code revisions}: all, or where they are large, so many that
     * a piece does not fill the memory. Those that may no longer be shown are left out.
     *
     * @param keys at most {@value #DOCUMENTS}
     * @throws io.dateline.contracts.http.ProblemException {@code query-timeout} or {@code store-unavailable}
     */
    public Piece heads(List<Key> keys) {
        return heads(keys, WHOLE, StoredTags::with);
    }

    /** The same without entities, events, quotes and dates, and of the body no more than an excerpt needs. */
    public Piece beginnings(List<Key> keys) {
        return heads(keys, BEGINNING, StoredTags::without);
    }

    private Piece heads(List<Key> keys, String text, BiFunction<StoredTags, String, EnrichedArticle> together) {
        if (keys.size() > DOCUMENTS) {
            throw new IllegalArgumentException("at most " + DOCUMENTS + " at once, not " + keys.size());
        }
        return pool.ask(connection -> {
            // Rows come one by one only within a transaction.
            connection.setAutoCommit(false);
            try {
                return heads(connection, keys, text, together);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    private Piece heads(
            Connection connection,
            List<Key> keys,
            String text,
            BiFunction<StoredTags, String, EnrichedArticle> together)
            throws SQLException {
        List<String> ids = keys.stream().map(Key::id).toList();
        List<StoredArticle> heads = new ArrayList<>();
        long read = 0;
        try (PreparedStatement select = connection.prepareStatement(HEADS.formatted(text, StoredTags.columns("e")))) {
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            select.setArray(2, connection.createArrayOf("text", ids.toArray()));
            select.setFetchSize(1);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    StoredTags tags = StoredTags.of(rows, "e");
                    String raw = rows.getString("raw");
                    heads.add(head(rows, together.apply(tags, raw)));
                    read += tags.length() + raw.length();
                    if (read >= characters) {
                        return new Piece(heads, ids.indexOf(rows.getString("id")) + 1);
                    }
                }
            }
        }
        return new Piece(heads, keys.size());
    }

    private static StoredArticle head(ResultSet row, EnrichedArticle article) throws SQLException {
        Revision stored = new Revision(
                row.getInt("revision"),
                row.getLong("seq"),
                row.getString("content_hash"),
                ItemRows.status(row.getString("status")),
                ItemRows.instant(row, "stored_at"),
                row.getString("trace_id"));
        return new StoredArticle(article, stored.revision(), stored, List.of(), null);
    }
}
