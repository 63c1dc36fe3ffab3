package io.dateline.ingest.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The last polls of each feed, and what became of its items day by day. */
public final class FeedHistory {
    /** Polls kept of each feed. */
    public static final int KEPT = 500;

    private static final int DAYS_KEPT = 60;

    private final Database database;

    public FeedHistory(Database database) {
        this.database = database;
    }

    /** @param status of the answer, null where there was none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Poll(Instant at, String outcome, Integer status, int items, int fresh, int bytes, int durationMs) {}

    /** @param items by what became of them; a rejection as {@code rejected:reason} */
    public record Day(LocalDate day, Map<String, Long> items) {}

    /**
     * @param polls newest first
     * @param days  newest first, those with items only
     */
    public record History(List<Poll> polls, List<Day> days) {}

    /** Notes polls; their feeds exist. The oldest beyond those kept go. */
    public static void polled(Connection connection, List<PollLine> lines) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO polls (feed_id, n, outcome, status, items, fresh, bytes, duration_ms)
                        SELECT id, polls, ?, nullif(?, 0), ?, ?, ?, ? FROM feeds WHERE id = ?
                        """);
                PreparedStatement trim = connection.prepareStatement(
                        "DELETE FROM polls WHERE feed_id = ? AND n <= (SELECT polls FROM feeds WHERE id = ?) - "
                                + KEPT)) {
            for (PollLine line : lines) {
                insert.setString(1, line.outcome());
                insert.setInt(2, line.status());
                insert.setInt(3, line.items());
                insert.setInt(4, line.fresh());
                insert.setInt(5, line.bytes());
                insert.setInt(6, line.durationMs());
                insert.setString(7, line.feedId());
                insert.addBatch();
                trim.setString(1, line.feedId());
                trim.setString(2, line.feedId());
                trim.addBatch();
            }
            insert.executeBatch();
            trim.executeBatch();
        }
    }

    /**
     * Adds to today's counts; those of a feed that is gone are dropped.
     *
     * @param counts by feed
     */
    public static void count(Connection connection, Map<String, Map<Fate, Integer>> counts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO feed_counts (feed_id, outcome, reason, day, count)
                SELECT id, ?, ?, (now() AT TIME ZONE 'UTC')::date, ? FROM feeds WHERE id = ?
                ON CONFLICT (feed_id, outcome, reason, day) DO UPDATE SET count = feed_counts.count + EXCLUDED.count
                """)) {
            // In one order everywhere: two transactions never wait for each other in a circle.
            for (var feed : new TreeMap<>(counts).entrySet()) {
                for (var one : feed.getValue().entrySet()) {
                    statement.setString(1, one.getKey().outcome());
                    statement.setString(2, one.getKey().reason());
                    statement.setInt(3, one.getValue());
                    statement.setString(4, feed.getKey());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    /** Empty where there is no such feed. */
    Optional<History> of(String feedId, int most) {
        return database.transaction(connection -> {
            if (Sql.first(connection, "SELECT 1 FROM feeds WHERE id = ?", row -> true, feedId)
                    .isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new History(polls(connection, feedId, most), days(connection, feedId)));
        });
    }

    private static List<Poll> polls(Connection connection, String feedId, int most) throws SQLException {
        String sql = """
                SELECT at, outcome, status, items, fresh, bytes, duration_ms FROM polls
                WHERE feed_id = ? ORDER BY n DESC LIMIT ?
                """;
        return Sql.list(
                connection,
                sql,
                row -> new Poll(
                        Sql.instant(row, "at"),
                        row.getString(2),
                        row.getObject(3, Integer.class),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7)),
                feedId,
                most);
    }

    private static List<Day> days(Connection connection, String feedId) throws SQLException {
        Map<LocalDate, Map<String, Long>> days = new LinkedHashMap<>();
        Sql.list(
                connection,
                "SELECT day, outcome, reason, count FROM feed_counts WHERE feed_id = ? ORDER BY day DESC",
                row -> {
                    String reason = row.getString(3);
                    return days.computeIfAbsent(row.getObject(1, LocalDate.class), day -> new TreeMap<>())
                            .put(row.getString(2) + (reason.isEmpty() ? "" : ":" + reason), row.getLong(4));
                },
                feedId);
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }

    /** Drops counts older than sixty days. */
    int forget() {
        return database.transaction(connection -> Sql.update(
                connection, "DELETE FROM feed_counts WHERE day < (now() AT TIME ZONE 'UTC')::date - " + DAYS_KEPT));
    }
}
