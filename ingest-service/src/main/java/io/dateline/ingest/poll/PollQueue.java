package io.dateline.ingest.poll;

import io.dateline.ingest.feed.FeedStore;
import io.dateline.ingest.fetch.AddressGuard;
import io.dateline.ingest.identity.Database;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands out feeds that are due, each to one worker of one instance and never two of one host at a time. A worker that
 * dies loses its lease; one that comes back late finds its token gone and writes nothing.
 */
final class PollQueue {
    private final Database database;
    private final Duration lease;

    PollQueue(Database database, Duration lease) {
        this.database = database;
        this.lease = lease;
    }

    /** The feed that is longest due and whose host may be asked now. */
    Optional<LeasedFeed> claim() {
        UUID token = UUID.randomUUID();
        return database.transaction(connection -> claim(connection, token));
    }

    private Optional<LeasedFeed> claim(Connection connection, UUID token) throws SQLException {
        String sql = """
                SELECT f.id, f.name, f.url, f.host, f.source_id, f.interval_seconds, f.etag, f.last_modified, f.failures,
                       f.item_gap_seconds, f.last_item_at, f.created_at, f.state
                FROM feeds f JOIN hosts h ON h.host = f.host
                WHERE NOT f.paused AND f.next_poll_at <= now()
                  AND (f.leased_until IS NULL OR f.leased_until < now())
                  AND h.next_allowed_at <= now() AND (h.leased_until IS NULL OR h.leased_until < now())
                ORDER BY f.next_poll_at LIMIT 1 FOR UPDATE OF f, h SKIP LOCKED
                """;
        LeasedFeed feed;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            feed = feed(row, token);
        }
        String until = "now() + make_interval(secs => ?)";
        try (PreparedStatement feeds = connection.prepareStatement(
                        "UPDATE feeds SET leased_until = " + until + ", lease_token = ? WHERE id = ?");
                PreparedStatement hosts = connection.prepareStatement(
                        "UPDATE hosts SET leased_until = " + until + ", lease_token = ? WHERE host = ?")) {
            feeds.setDouble(1, seconds(lease));
            feeds.setObject(2, token);
            feeds.setString(3, feed.id());
            feeds.executeUpdate();
            hosts.setDouble(1, seconds(lease));
            hosts.setObject(2, token);
            hosts.setString(3, feed.host());
            hosts.executeUpdate();
        }
        return Optional.of(feed);
    }

    /** False where the lease was lost meanwhile: then nothing of the feed was written. */
    boolean finish(LeasedFeed feed, PollOutcome outcome) {
        return database.transaction(connection -> {
            release(connection, feed, outcome.hostPause());
            boolean ours = write(connection, feed, outcome);
            if (ours && outcome.movedTo() != null) {
                move(connection, feed.id(), outcome.movedTo());
            }
            if (ours) {
                FeedStore.tell(connection, feed.id());
            }
            return ours;
        });
    }

    private static void release(Connection connection, LeasedFeed feed, Duration pause) throws SQLException {
        try (PreparedStatement hosts = connection.prepareStatement("""
                UPDATE hosts SET leased_until = NULL, lease_token = NULL,
                       next_allowed_at = greatest(next_allowed_at, now() + make_interval(secs => ?))
                WHERE host = ? AND lease_token = ?
                """)) {
            hosts.setDouble(1, seconds(pause));
            hosts.setString(2, feed.host());
            hosts.setObject(3, feed.token());
            hosts.executeUpdate();
        }
    }

    private static boolean write(Connection connection, LeasedFeed feed, PollOutcome outcome) throws SQLException {
        String sql = """
                UPDATE feeds SET leased_until = NULL, lease_token = NULL,
                    since = CASE WHEN NOT new.polled OR feeds.state = new.state
                        AND feeds.reason IS NOT DISTINCT FROM new.reason THEN since ELSE now() END,
                    state = CASE WHEN new.polled THEN new.state ELSE feeds.state END,
                    reason = CASE WHEN new.polled THEN new.reason ELSE feeds.reason END,
                    detail = CASE WHEN new.polled THEN new.detail ELSE feeds.detail END,
                    etag = ?, last_modified = ?, failures = ?,
                    last_polled_at = CASE WHEN new.polled THEN now() ELSE last_polled_at END,
                    last_item_at = CASE WHEN ? THEN now() ELSE last_item_at END,
                    item_gap_seconds = ?, next_poll_at = now() + make_interval(secs => ?)
                FROM (SELECT ?::boolean AS polled, ?::text AS state, ?::text AS reason, ?::text AS detail) AS new
                WHERE id = ? AND lease_token = ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, outcome.etag());
            statement.setString(2, outcome.lastModified());
            statement.setInt(3, outcome.failures());
            statement.setBoolean(4, outcome.broughtNews());
            statement.setObject(5, outcome.usualGap(), java.sql.Types.DOUBLE);
            statement.setDouble(6, seconds(outcome.next()));
            statement.setBoolean(7, outcome.polled());
            statement.setString(8, outcome.state());
            statement.setString(9, outcome.reason());
            statement.setString(10, outcome.detail());
            statement.setString(11, feed.id());
            statement.setObject(12, feed.token());
            return statement.executeUpdate() == 1;
        }
    }

    /** Permanently redirected: asked there from now on, unless another feed is there already. */
    private static void move(Connection connection, String id, String url) throws SQLException {
        String host = AddressGuard.authority(URI.create(url));
        FeedStore.host(connection, host);
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE feeds SET url = ?, host = ? WHERE id = ? AND NOT EXISTS (SELECT 1 FROM feeds WHERE url = ?)")) {
            statement.setString(1, url);
            statement.setString(2, host);
            statement.setString(3, id);
            statement.setString(4, url);
            statement.executeUpdate();
        }
    }

    private static LeasedFeed feed(ResultSet row, UUID token) throws SQLException {
        OffsetDateTime lastItem = row.getObject(11, OffsetDateTime.class);
        Instant lastItemAt = lastItem == null ? null : lastItem.toInstant();
        return new LeasedFeed(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Duration.ofSeconds(row.getInt(6)),
                row.getString(7),
                row.getString(8),
                row.getInt(9),
                row.getObject(10, Double.class),
                lastItemAt,
                row.getObject(12, OffsetDateTime.class).toInstant(),
                row.getString(13),
                token);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
