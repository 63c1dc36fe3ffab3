package io.dateline.store.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads one page, by time or by rank. */
final class Pages {
    /** Ranking reads every match: only the newest of them are ranked. */
    static final int RANKED = 10_000;

    private static final String RANK =
            "CASE WHEN a.language = 'en' THEN ts_rank_cd(a.tsv, websearch_to_tsquery('english', ?))"
                    + " ELSE ts_rank_cd(a.tsv, websearch_to_tsquery('simple', ?)) END";

    private Pages() {}

    static ArticlePage read(Connection connection, ArticleQuery query, Filter filter) throws SQLException {
        Cursor cursor = query.cursor() == null ? null : Cursor.decode(query);
        boolean ranked = query.sort() == ArticleQuery.Sort.RELEVANCE;
        Conditions sql = ranked ? ranked(query, filter, cursor) : newest(query, filter, cursor);
        List<ArticleItem> items = new ArrayList<>();
        String next = null;
        Cursor last = null;
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                if (items.size() == query.limit()) {
                    next = last.encode(query);
                    break;
                }
                ArticleItem item = ItemRows.item(rows);
                items.add(item);
                last = new Cursor(
                        item.sortAt(),
                        item.id(),
                        ranked ? rows.getFloat("rank") : 0,
                        ranked ? ItemRows.instant(rows, "up_to") : null);
            }
        }
        return new ArticlePage(items, next, null);
    }

    private static Conditions newest(ArticleQuery query, Filter filter, Cursor cursor) {
        Conditions sql = new Conditions()
                .add("SELECT a.*, " + ItemRows.REVISION_COLUMNS + " FROM (SELECT " + ItemRows.ARTICLE_COLUMNS
                        + " FROM articles AS a WHERE ")
                .add(Conditions.listable(filter));
        if (cursor != null) {
            sql.add(" AND (a.sort_at, a.id) < (?, ?)", cursor.sortAt(), cursor.id());
        }
        return sql.add(" ORDER BY a.sort_at DESC, a.id DESC LIMIT ?", query.limit() + 1)
                .add(") AS a JOIN revisions AS r USING (id, revision) ORDER BY a.sort_at DESC, a.id DESC");
    }

    private static Conditions ranked(ArticleQuery query, Filter filter, Cursor cursor) {
        String words = query.text().toLowerCase(Locale.ROOT);
        Conditions sql = new Conditions()
                .add("WITH candidate AS (SELECT a.id, a.revision, a.stored_month, a.sort_at, " + RANK, words, words)
                .add(" AS rank FROM articles AS a WHERE ")
                .add(Conditions.listable(filter));
        if (cursor != null && cursor.upTo() != null) {
            sql.add(" AND a.sort_at <= ?", cursor.upTo());
        }
        sql.add(" ORDER BY a.sort_at DESC, a.id DESC LIMIT " + RANKED + ")").add(", best AS (SELECT * FROM candidate");
        if (cursor != null) {
            sql.add(" WHERE (rank, sort_at, id) < (?::real, ?, ?)", cursor.rank(), cursor.sortAt(), cursor.id());
        }
        return sql.add(" ORDER BY rank DESC, sort_at DESC, id DESC LIMIT ?)", query.limit() + 1)
                .add(" SELECT " + ItemRows.ARTICLE_COLUMNS + ", " + ItemRows.REVISION_COLUMNS
                        + ", best.rank, (SELECT max(sort_at) FROM candidate) AS up_to FROM best"
                        + " JOIN articles AS a USING (id, revision, stored_month) JOIN revisions AS r USING (id, revision)"
                        + " ORDER BY best.rank DESC, best.sort_at DESC, best.id DESC");
    }
}
