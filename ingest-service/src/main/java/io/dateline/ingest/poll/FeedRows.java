package io.dateline.ingest.poll;

import io.dateline.ingest.host.Turn;
import io.dateline.ingest.identity.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows of feeds as the poller reads and writes them. */
final class FeedRows {
    private FeedRows() {}

    /** Those of the turns' feeds that nobody else is changing right now. */
    static List<LeasedFeed> lease(Connection connection, List<Turn> turns) throws SQLException {
        if (turns.isEmpty()) {
            return List.of();
        }
        Map<String, Turn> byId = new HashMap<>();
        turns.forEach(turn -> byId.put(turn.owner(), turn));
        String sql = """
                UPDATE feeds f SET lease_token = ?
                FROM (SELECT id FROM feeds WHERE id = ANY (?) FOR UPDATE SKIP LOCKED) mine
                WHERE f.id = mine.id AND NOT f.paused
                RETURNING f.*, now() AS claimed_at,
                    (SELECT coalesce(sum(count), 0) FROM feed_counts c
                     WHERE c.feed_id = f.id AND outcome = 'accepted' AND reason = ''
                       AND day > (coalesce(f.last_item_at, now()) AT TIME ZONE 'UTC')::date - %d) AS recent,
                    (SELECT coalesce(sum(count), 0) FROM feed_counts c
                     WHERE c.feed_id = f.id AND outcome = 'accepted' AND reason = ''
                       AND day = (now() AT TIME ZONE 'UTC')::date) AS today
                """.formatted(Rate.WINDOW);
        List<LeasedFeed> feeds = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, turns.get(0).token());
            statement.setArray(2, connection.createArrayOf("text", byId.keySet().toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    feeds.add(feed(row, byId.get(row.getString("id"))));
                }
            }
        }
        return feeds;
    }

    private static LeasedFeed feed(ResultSet row, Turn turn) throws SQLException {
        Integer wish = row.getObject("wish_seconds", Integer.class);
        return new LeasedFeed(
                turn,
                row.getString("id"),
                row.getString("name"),
                row.getString("url"),
                row.getString("host"),
                row.getString("source_id"),
                Duration.ofSeconds(row.getInt("interval_seconds")),
                Sql.instant(row, "claimed_at"),
                Sql.instant(row, "next_poll_at"),
                Sql.instant(row, "created_at"),
                row.getString("state"),
                Sql.instant(row, "since"),
                row.getString("reason"),
                row.getString("detail"),
                row.getInt("failures"),
                Sql.instant(row, "last_item_at"),
                new LeasedFeed.Validators(
                        row.getString("etag"),
                        row.getString("last_modified"),
                        row.getString("body_hash"),
                        Sql.instant(row, "distrust_until"),
                        Sql.instant(row, "full_fetch_at")),
                new LeasedFeed.Route(
                        row.getString("at_url"),
                        row.getInt("hops"),
                        row.getBoolean("hops_permanent"),
                        row.getString("moved_to"),
                        Sql.instant(row, "moved_since"),
                        row.getInt("moved_seen")),
                new LeasedFeed.Wishes(
                        wish == null ? null : Duration.ofSeconds(wish),
                        row.getInt("skip_hours"),
                        row.getInt("skip_days")),
                row.getString("shape"),
                Sql.instant(row, "told_at"),
                row.getString("full_text"),
                row.getLong("recent"),
                row.getLong("today"));
    }

    /** The ids of feeds that were still ours and are written now. */
    static Set<String> write(Connection connection, List<PollOutcome> outcomes) throws SQLException {
        // In one order everywhere: two batches never wait for each other in a circle.
        List<PollOutcome> ordered = outcomes.stream()
                .sorted((one, other) -> one.feed().id().compareTo(other.feed().id()))
                .toList();
        String sql = """
                UPDATE feeds SET lease_token = NULL,
                    since = CASE WHEN NOT new.polled OR feeds.state = new.state
                        AND feeds.reason IS NOT DISTINCT FROM new.reason THEN since ELSE now() END,
                    state = CASE WHEN new.polled THEN new.state ELSE feeds.state END,
                    reason = CASE WHEN new.polled THEN new.reason ELSE feeds.reason END,
                    detail = CASE WHEN new.polled THEN new.detail ELSE feeds.detail END,
                    failures = CASE WHEN new.polled THEN new.failures ELSE feeds.failures END,
                    polls = CASE WHEN new.polled THEN polls + 1 ELSE polls END,
                    last_polled_at = CASE WHEN new.polled THEN now() ELSE last_polled_at END,
                    last_item_at = CASE WHEN ? THEN now() ELSE last_item_at END,
                    told_at = CASE WHEN new.tells THEN now() ELSE told_at END,
                    next_poll_at = CASE WHEN next_poll_at = ? THEN now() + make_interval(secs => ?)
                        ELSE least(next_poll_at, now() + make_interval(secs => ?)) END,
                    etag = ?, last_modified = ?, body_hash = ?, distrust_until = ?, full_fetch_at = ?,
                    at_url = ?, hops = ?, hops_permanent = ?, moved_to = ?, moved_since = ?, moved_seen = ?,
                    wish_seconds = ?, skip_hours = ?, skip_days = ?, shape = ?,
                    turn_host = CASE WHEN new.taken THEN host ELSE ? END,
                    url = CASE WHEN new.taken THEN feeds.url ELSE new.url END,
                    host = CASE WHEN new.taken OR new.url = feeds.url THEN host ELSE new.turn_host END
                FROM (SELECT n.*, EXISTS (SELECT 1 FROM feeds o WHERE o.url = n.url AND o.id <> n.id) AS taken
                      FROM (SELECT ?::boolean AS polled, ?::text AS state, ?::text AS reason, ?::text AS detail,
                                   ?::integer AS failures, ?::text AS url, ?::text AS turn_host, ?::text AS id, ?::boolean AS tells) n)
                      new
                WHERE feeds.id = ? AND feeds.lease_token = ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (PollOutcome outcome : ordered) {
                bind(statement, outcome);
                statement.addBatch();
            }
            int[] counts = statement.executeBatch();
            Set<String> written = new HashSet<>();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 1) {
                    written.add(ordered.get(i).feed().id());
                }
            }
            MovedFeeds.keep(connection, ordered, written);
            return written;
        }
    }

    private static void bind(PreparedStatement statement, PollOutcome outcome) throws SQLException {
        PollOutcome.Standing standing = outcome.standing();
        Object[] values = {
            outcome.news(),
            time(outcome.feed().dueAt()),
            outcome.next().toMillis() / 1000.0,
            outcome.next().toMillis() / 1000.0,
            outcome.validators().etag(),
            outcome.validators().lastModified(),
            outcome.validators().bodyHash(),
            time(outcome.validators().distrustUntil()),
            time(outcome.validators().fullFetchAt()),
            outcome.route().at(),
            outcome.route().hops(),
            outcome.route().permanent(),
            outcome.route().movedTo(),
            time(outcome.route().movedSince()),
            outcome.route().movedSeen(),
            outcome.wishes().every() == null
                    ? null
                    : (int) outcome.wishes().every().toSeconds(),
            outcome.wishes().skipHours(),
            outcome.wishes().skipDays(),
            outcome.shape(),
            outcome.turnHost(),
            outcome.polled(),
            standing == null ? null : standing.state(),
            standing == null ? null : standing.reason(),
            standing == null ? null : standing.detail(),
            standing == null ? 0 : standing.failures(),
            outcome.url(),
            outcome.turnHost(),
            outcome.feed().id(),
            outcome.tells(),
            outcome.feed().id(),
            outcome.feed().turn().token()
        };
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setNull(i + 1, type(i));
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }

    /** Of the values that may be null. */
    private static int type(int index) {
        return switch (index) {
            case 7, 8, 13 -> Types.TIMESTAMP_WITH_TIMEZONE;
            case 15 -> Types.INTEGER;
            default -> Types.VARCHAR;
        };
    }

    static OffsetDateTime time(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
