package io.dateline.store.saved;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.Filter;
import io.dateline.store.query.Filters;
import io.dateline.store.query.QueryText;
import io.dateline.store.sql.Sql;
import io.dateline.store.stream.ChangeMatches;
import io.dateline.store.stream.ChangeMatches.Match;
import io.dateline.store.stream.ChangeMatches.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Matches changes against saved queries and writes down what is to be sent, page by page: matches and positions in one
 * transaction. Those as far as the cursor share each page; of those behind it, the farthest goes first and takes along
 * whoever stands in its page. Not thread-safe.
 */
final class Matcher {
    static final int PAGE = 200;

    private static final String UNPARKED = "SELECT s.id, s.query, s.position,"
            + " (SELECT count(*) FROM webhook_deliveries AS d WHERE d.saved_id = s.id AND d.state = 'pending')"
            + " AS pending FROM saved_queries AS s WHERE s.url IS NOT NULL AND s.parked_at IS NULL";
    private static final String INSERT = """
            INSERT INTO webhook_deliveries (saved_id, seq, article_id, revision, state, queued_at, next_at)
            VALUES (?, ?, ?, ?, 'pending', ?, ?)
            ON CONFLICT (saved_id, seq) DO UPDATE SET state = 'pending', attempts = 0, queued_at = excluded.queued_at,
                next_at = excluded.next_at, done_at = NULL
            """;

    private final DataSource dataSource;
    private final ChangeMatches changes;
    private final String instance;
    private final int most;
    private final InstantSource clock;
    private final LoadingCache<String, Filter> filters;
    private int page = PAGE;

    /**
     * @param instance of this service
     * @param most     deliveries of one saved query that may wait
     */
    Matcher(
            DataSource dataSource,
            ChangeMatches changes,
            Filters filters,
            String instance,
            int most,
            InstantSource clock) {
        this.dataSource = dataSource;
        this.changes = changes;
        this.instance = instance;
        this.most = most;
        this.clock = clock;
        // Names that came up since are found a minute later at the latest.
        this.filters = Caffeine.newBuilder()
                .maximumSize(SavedTables.MOST)
                .expireAfterWrite(Duration.ofMinutes(1))
                .ticker(ticker(clock))
                .build(text -> filters.resolve(QueryText.parse(text)));
    }

    /** @param position null where it is as far as the cursor */
    private record Asker(String id, Long position, int pending, Filter filter) {}

    /**
     * Takes the next pages; whether there is more to do at once.
     *
     * @throws ProblemException {@code store-unavailable}
     */
    boolean step() throws SQLException {
        try {
            boolean more = Sql.transaction(dataSource, this::step);
            page = Math.min(PAGE, page * 2);
            return more;
        } catch (ProblemException e) {
            if (!e.problem().code().equals(ProblemCode.QUERY_TIMEOUT.code()) || page == 1) {
                throw e;
            }
            page /= 2;
            return true;
        }
    }

    private boolean step(Connection connection) throws SQLException {
        Optional<Long> cursor = WebhookCursor.lock(connection, instance);
        if (cursor.isEmpty()) {
            return false;
        }
        long live = cursor.get();
        long last = Sql.first(connection, "SELECT last FROM change_counter", row -> row.getLong(1))
                .orElseThrow();
        boolean any = Sql.first(
                        connection,
                        "SELECT EXISTS (SELECT FROM saved_queries WHERE url IS NOT NULL AND parked_at IS NULL"
                                + " AND (position IS NOT NULL OR ? < ?))",
                        row -> row.getBoolean(1),
                        live,
                        last)
                .orElseThrow();
        if (!any) {
            return false;
        }
        List<Asker> askers = askers(connection);
        long moved = live(connection, askers, live, last);
        return behind(connection, askers, moved) || moved < last;
    }

    /** Those as far as the cursor; where there are none it goes to the end at once. Answers its new place. */
    private long live(Connection connection, List<Asker> askers, long live, long last) throws SQLException {
        List<Asker> here =
                askers.stream().filter(asker -> asker.position() == null).toList();
        long to = last;
        if (!here.isEmpty() && live < last) {
            Page found = changes.read(live, page, filters(here));
            to = found.last();
            for (Asker asker : here) {
                long reached = write(connection, asker, live, found);
                if (reached < to) {
                    Sql.update(connection, "UPDATE saved_queries SET position = ? WHERE id = ?", reached, asker.id());
                }
            }
        }
        if (to > live) {
            Sql.update(connection, "UPDATE webhook_cursor SET live_seq = ?", to);
        }
        return Math.max(to, live);
    }

    /** Whether one of them was behind. */
    private boolean behind(Connection connection, List<Asker> askers, long live) throws SQLException {
        Sql.update(
                connection, "UPDATE saved_queries SET position = NULL WHERE position = ? AND parked_at IS NULL", live);
        List<Asker> able = askers.stream()
                .filter(asker -> asker.position() != null && asker.position() < live && asker.pending() < most)
                .toList();
        if (able.isEmpty()) {
            return false;
        }
        long from = able.stream().mapToLong(Asker::position).min().orElseThrow();
        List<Asker> near =
                able.stream().filter(asker -> asker.position() < from + page).toList();
        Page found = changes.read(from, (int) Math.min(page, live - from), filters(near));
        for (Asker asker : near) {
            if (asker.position() < found.last()) {
                long reached = write(connection, asker, asker.position(), found);
                Sql.update(
                        connection,
                        "UPDATE saved_queries SET position = nullif(?, ?) WHERE id = ?",
                        reached,
                        live,
                        asker.id());
            }
        }
        return true;
    }

    /** As many matches as may wait; answers the seq up to which all are written. */
    private long write(Connection connection, Asker asker, long after, Page found) throws SQLException {
        int room = most - asker.pending();
        long reached = after;
        for (Match match : found.matches()) {
            long seq = match.change().seq();
            if (seq <= after || !match.filters().contains(asker.filter())) {
                continue;
            }
            if (room-- <= 0) {
                return reached;
            }
            Sql.update(
                    connection,
                    INSERT,
                    asker.id(),
                    seq,
                    match.change().id(),
                    match.change().revision(),
                    clock.instant(),
                    clock.instant());
            reached = seq;
        }
        return found.last();
    }

    private List<Asker> askers(Connection connection) throws SQLException {
        Map<String, String> broken = new HashMap<>();
        List<Asker> askers = new ArrayList<>();
        Sql.rows(connection, UNPARKED, row -> {
            String query = row.getString("query");
            try {
                askers.add(new Asker(
                        row.getString("id"),
                        row.getObject("position", Long.class),
                        row.getInt("pending"),
                        filters.get(query)));
            } catch (ProblemException e) {
                if (e.problem().status() != 400) {
                    throw e;
                }
                broken.put(row.getString("id"), query);
            }
            return query;
        });
        for (String id : broken.keySet()) {
            // Saved by a version that knew more, or other, filters.
            DeliveryQueue.park(connection, id, "invalid-query", clock.instant());
        }
        return askers;
    }

    private static Set<Filter> filters(List<Asker> askers) {
        Set<Filter> filters = new HashSet<>();
        askers.forEach(asker -> filters.add(asker.filter()));
        return filters;
    }

    private static Ticker ticker(InstantSource clock) {
        return () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }
}
