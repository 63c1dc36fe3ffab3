package io.dateline.store.query;

import io.dateline.store.query.ArticleQuery.Sort;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads one page, by time or by rank. */
final class Pages {
    /** Ranking reads every match: only the newest of them are ranked. */
    static final int RANKED = 10_000;

    /** Everything up to there is known to the statement it stands in, and nothing after it: seqs are in the order of commits. */
    static final String AS_OF = "(SELECT last FROM change_counter) AS as_of";

    private static final String RANK = "CASE WHEN a.language = 'en' THEN ts_rank_cd(a.tsv, to_tsquery('english', ?))"
            + " ELSE ts_rank_cd(a.tsv, to_tsquery('simple', ?)) END";

    private static final String SALIENCE =
            "coalesce((SELECT max(e.salience) FROM article_entities AS e WHERE e.id = a.id"
                    + " AND e.revision = a.revision AND e.entity = ANY (?)), 0)";

    private Pages() {}

    /** @param entities those a salience is that of */
    static ArticlePage read(Connection connection, ArticleQuery query, Filter filter, List<String> entities)
            throws SQLException {
        Cursor cursor = query.cursor() == null ? null : Cursor.decode(query);
        if (cursor != null) {
            Kept.check(connection, cursor.sortAt(), cursor.id());
        }
        boolean ranked = query.sort().ranked();
        Filter bounded = filter.continued(cursor);
        Conditions sql = ranked ? ranked(query, bounded, cursor, entities) : byTime(query, bounded, cursor);
        Integer candidates = null;
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
                candidates = ranked ? Integer.valueOf(rows.getInt("candidates")) : null;
                items.add(item);
                last = new Cursor(
                        item.sortAt(),
                        item.id(),
                        ranked ? rows.getFloat("rank") : 0,
                        ranked ? ItemRows.instant(rows, "up_to") : upTo(cursor, items.get(0), query),
                        cursor == null ? rows.getLong("as_of") : cursor.asOf());
            }
        }
        return new ArticlePage(
                items, next, null, candidates == null ? null : ArticlePage.Counted.of(candidates, RANKED), null);
    }

    /** The newest there was: the first of a list, unless that is the oldest. */
    private static Instant upTo(Cursor cursor, ArticleItem first, ArticleQuery query) {
        if (cursor != null) {
            return cursor.upTo();
        }
        return query.sort() == Sort.OLDEST ? null : first.sortAt();
    }

    private static Conditions byTime(ArticleQuery query, Filter filter, Cursor cursor) {
        int limit = query.limit() + 1;
        return new Conditions()
                .add("SELECT a.*, " + AS_OF + ", " + ItemRows.REVISION_COLUMNS + " FROM (SELECT "
                        + ItemRows.ARTICLE_COLUMNS + " FROM ")
                .add(EntityTimeline.of(filter)
                        .map(timeline -> timeline.page(query.sort(), cursor, limit))
                        .orElseGet(() -> byTime(query.sort(), filter, cursor, limit)))
                .add(") AS a JOIN revisions AS r USING (id, revision)"
                        + query.sort().order("a.sort_at", "a.id"));
    }

    private static Conditions byTime(Sort sort, Filter filter, Cursor cursor, int limit) {
        Conditions sql = new Conditions().add("articles AS a WHERE ").add(Conditions.listable(filter));
        if (cursor != null) {
            sql.add(" AND (a.sort_at, a.id) " + sort.behind() + " (?, ?)", cursor.sortAt(), cursor.id());
        }
        return sql.add(sort.order("a.sort_at", "a.id") + " LIMIT ?", limit);
    }

    private static Conditions ranked(ArticleQuery query, Filter filter, Cursor cursor, List<String> entities) {
        Conditions sql =
                new Conditions().add("WITH candidate AS (SELECT a.id, a.revision, a.stored_month, a.sort_at, ");
        if (query.sort() == Sort.RELEVANCE) {
            sql.add(RANK, filter.words().text(), filter.words().text());
        } else {
            sql.add(SALIENCE, Conditions.texts(entities));
        }
        // Within, so that only those are ranked that are left of the many that match.
        sql.add(" AS rank FROM (SELECT a.id, a.revision, a.stored_month, a.sort_at, a.language, a.tsv"
                        + " FROM articles AS a WHERE ")
                .add(Conditions.listable(filter));
        if (cursor != null && cursor.upTo() != null) {
            sql.add(" AND a.sort_at <= ?", cursor.upTo());
        }
        sql.add(" ORDER BY a.sort_at DESC, a.id DESC LIMIT " + (RANKED + 1) + ") AS a)")
                .add(", best AS (SELECT * FROM candidate");
        if (cursor != null) {
            sql.add(" WHERE (rank, sort_at, id) < (?::real, ?, ?)", cursor.rank(), cursor.sortAt(), cursor.id());
        }
        return sql.add(" ORDER BY rank DESC, sort_at DESC, id DESC LIMIT ?)", query.limit() + 1)
                .add(" SELECT " + ItemRows.ARTICLE_COLUMNS + ", " + ItemRows.REVISION_COLUMNS
                        + ", " + AS_OF + ", best.rank, (SELECT max(sort_at) FROM candidate) AS up_to,"
                        + " (SELECT count(*) FROM candidate) AS candidates FROM best"
                        + " JOIN articles AS a USING (id, revision, stored_month) JOIN revisions AS r USING (id, revision)"
                        + " ORDER BY best.rank DESC, best.sort_at DESC, best.id DESC");
    }
}
