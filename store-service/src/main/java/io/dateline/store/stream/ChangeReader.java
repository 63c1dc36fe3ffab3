package io.dateline.store.stream;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.store.query.Filter;
import io.dateline.store.query.ItemRows;
import io.dateline.store.query.Kept;
import io.dateline.store.query.ReadPool;
import io.dateline.store.stream.EarlierRevisions.Earlier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads changes by seq. Blocks on the database. */
@ApplicationScoped
public class ChangeReader {
    private static final String SELECT = "SELECT " + ItemRows.ARTICLE_COLUMNS + ", " + ItemRows.REVISION_COLUMNS + """
            , r.id AS changed_id, r.revision AS changed_revision, r.status AS changed_status, r.erased_at,
            a.tags, head.status AS head_status
            FROM (SELECT * FROM revisions WHERE seq > ? ORDER BY seq LIMIT ?) AS r
            LEFT JOIN articles AS a ON a.id = r.id AND a.revision = r.revision AND a.stored_month = r.stored_month
            JOIN LATERAL (SELECT status FROM revisions WHERE id = r.id ORDER BY revision DESC LIMIT 1) AS head ON true
            ORDER BY r.seq
            """;
    private final ReadPool pool;

    ChangeReader(ReadPool pool) {
        this.pool = pool;
    }

    /**
     * Changes after {@code after} in order, at most {@code limit}.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code cursor-expired}
     */
    public List<Change> read(long after, int limit) {
        return read(resume(after), limit, List.of()).stream().map(Found::change).toList();
    }

    /** One change, also of a month that was dropped; empty where there is none of this number yet. */
    public Optional<Change> at(long seq) {
        return read(seq - 1, 1, List.of()).stream()
                .map(Found::change)
                .filter(change -> change.seq() == seq)
                .findFirst();
    }

    /** See {@link Kept#after}. */
    long resume(long after) {
        return pool.ask(connection -> Kept.after(connection, after));
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

    /** As {@link #read(long, int)}, and which of the {@code deep} filters each matches beyond its tags. */
    List<Found> read(long after, int limit, List<Filter> deep) {
        return pool.ask(connection -> {
            List<Found> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(SELECT)) {
                select.setLong(1, after);
                select.setInt(2, limit);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(found(rows));
                    }
                }
            }
            EarlierRevisions.add(connection, found);
            if (!found.isEmpty() && !deep.isEmpty()) {
                DeepMatches.mark(connection, found, deep);
            }
            return found;
        });
    }

    private static Found found(ResultSet row) throws SQLException {
        ArticleStatus status = ItemRows.status(row.getString("changed_status"));
        // The text of an erased revision is gone, and that of a dropped month.
        boolean shown = row.getString("id") != null
                && status == ArticleStatus.USABLE
                && ItemRows.status(row.getString("head_status")) == ArticleStatus.USABLE;
        Array tags = row.getArray("tags");
        Change change = new Change(
                row.getLong("seq"),
                row.getString("changed_id"),
                row.getInt("changed_revision"),
                status,
                shown ? ItemRows.item(row) : null,
                ItemRows.instant(row, "erased_at"),
                tags == null ? Set.of() : Set.of((String[]) tags.getArray()));
        return new Found(change, ItemRows.instant(row, "sort_at"), new ArrayList<>(), new HashSet<>());
    }

    /**
     * A change and what it takes to filter it, which a hidden one does not show.
     *
     * @param sortAt  null where it was erased or its month was dropped
     * @param earlier of what hides an article, what its latest earlier revisions were found by; filled in after it was read
     * @param matched those of the deep filters asked about that it matches; filled in after it was read
     */
    record Found(Change change, Instant sortAt, List<Earlier> earlier, Set<Filter> matched) {

        /** Whether it went with its month while somebody was on the way to it. */
        boolean dropped() {
            return sortAt == null && change.erasedAt() == null;
        }

        /** Takes over what the same change, read again and asked about other filters, was found to match. */
        void matchedToo(Found again) {
            matched.addAll(again.matched);
            Map<Long, Earlier> bySeq = new HashMap<>();
            again.earlier.forEach(one -> bySeq.put(one.seq(), one));
            for (Earlier one : earlier) {
                Earlier same = bySeq.get(one.seq());
                if (same != null) {
                    one.matched().addAll(same.matched());
                }
            }
        }
    }
}
