package io.dateline.ingest.feed;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.status.FeedStatus;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Feeds in the database. Every change also leaves word that the feed's status must be told to Kafka. */
public final class FeedStore {
    static final String COLUMNS = """
            SELECT id, name, url, source_id, interval_seconds, paused, full_text, state, since, reason, detail,
                   last_polled_at, last_item_at, next_poll_at, created_at, tags FROM feeds
            """;

    private final Database database;

    public FeedStore(Database database) {
        this.database = database;
    }

    Feed create(FeedRules.Valid feed, boolean paused, List<String> tags) {
        String id = newId();
        return database.transaction(connection -> {
            refuseSecond(connection, feed, id);
            host(connection, feed.host());
            int inserted = Sql.update(
                    connection,
                    """
                    INSERT INTO feeds (id, name, url, host, source_id, interval_seconds, paused, full_text)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO NOTHING
                    """,
                    id,
                    feed.name(),
                    feed.url(),
                    feed.host(),
                    feed.source(),
                    (int) feed.interval().toSeconds(),
                    paused,
                    feed.fullText());
            if (inserted == 0) {
                throw exists();
            }
            FeedTags.set(connection, id, tags);
            tell(connection, id);
            return find(connection, id).orElseThrow();
        });
    }

    private static void refuseSecond(Connection connection, FeedRules.Valid feed, String id) throws SQLException {
        String sql = "SELECT 1 FROM feeds WHERE url IN (?, ?) AND id <> ?";
        if (Sql.first(connection, sql, row -> true, feed.url(), feed.written(), id)
                .isPresent()) {
            throw exists();
        }
    }

    static String newId() {
        return "feed-" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    /**
     * Empty where there is no such feed.
     *
     * @param tags null where they stay as they are
     */
    Optional<Feed> change(String id, FeedRules.Valid feed, boolean paused, List<String> tags) {
        return database.transaction(connection -> {
            refuseSecond(connection, feed, id);
            host(connection, feed.host());
            // Another address knows nothing of the old one's ETag; what ran under the old settings loses its lease.
            // A feed that fails goes on waiting as long as its failures have come to.
            int changed = Sql.update(
                    connection,
                    """
                    UPDATE feeds SET name = ?, host = ?, interval_seconds = ?, full_text = ?,
                        etag = CASE WHEN url = ? THEN etag END,
                        last_modified = CASE WHEN url = ? THEN last_modified END,
                        next_poll_at = CASE WHEN url <> ? OR paused AND NOT ? THEN now()
                            WHEN failures > 0 THEN next_poll_at
                            ELSE least(next_poll_at, now() + make_interval(secs => ?)) END,
                        lease_token = CASE WHEN url = ? THEN lease_token END,
                        since = CASE WHEN paused = ? THEN since ELSE now() END,
                        failures = CASE WHEN url = ? THEN failures ELSE 0 END,
                        state = CASE WHEN url = ? THEN state ELSE 'ok' END,
                        reason = CASE WHEN url = ? THEN reason END,
                        detail = CASE WHEN url = ? THEN detail END,
                        url = ?, paused = ?
                    WHERE id = ?
                    """,
                    feed.name(),
                    feed.host(),
                    (int) feed.interval().toSeconds(),
                    feed.fullText(),
                    feed.url(),
                    feed.url(),
                    feed.url(),
                    paused,
                    (int) feed.interval().toSeconds(),
                    feed.url(),
                    paused,
                    feed.url(),
                    feed.url(),
                    feed.url(),
                    feed.url(),
                    feed.url(),
                    paused,
                    id);
            if (changed > 0) {
                FeedTags.set(connection, id, tags);
                tell(connection, id);
            }
            return find(connection, id);
        });
    }

    boolean delete(String id) {
        return database.transaction(connection -> {
            boolean deleted = Sql.update(connection, "DELETE FROM feeds WHERE id = ?", id) > 0;
            if (deleted) {
                tell(connection, id);
            }
            return deleted;
        });
    }

    /** Makes a feed due. */
    Optional<Feed> pollNow(String id) {
        return database.transaction(connection -> {
            Sql.update(connection, "UPDATE feeds SET next_poll_at = now() WHERE id = ? AND NOT paused", id);
            return find(connection, id);
        });
    }

    Optional<Feed> find(String id) {
        return database.transaction(connection -> find(connection, id));
    }

    static Optional<Feed> find(Connection connection, String id) throws SQLException {
        return Sql.first(connection, COLUMNS + " WHERE id = ?", FeedStore::feed, id);
    }

    /** Leaves word, in the transaction of the change itself. */
    public static void tell(Connection connection, String id) throws SQLException {
        Sql.update(connection, """
                INSERT INTO feed_status_outbox (feed_id) VALUES (?)
                ON CONFLICT (feed_id) DO UPDATE SET version = feed_status_outbox.version + 1
                """, id);
    }

    /** Leaves word of many, in one statement. */
    public static void tell(Connection connection, Collection<String> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        Sql.update(connection, """
                INSERT INTO feed_status_outbox (feed_id)
                SELECT id FROM unnest(?::text[]) AS told (id) ORDER BY id
                ON CONFLICT (feed_id) DO UPDATE SET version = feed_status_outbox.version + 1
                """, Sql.texts(connection, ids));
    }

    /** A host that a feed is on. */
    public static void host(Connection connection, String host) throws SQLException {
        Sql.update(connection, "INSERT INTO hosts (host) VALUES (?) ON CONFLICT DO NOTHING", host);
    }

    static Feed feed(ResultSet row) throws SQLException {
        boolean paused = row.getBoolean("paused");
        FeedStatus.State state = paused
                ? FeedStatus.State.PAUSED
                : FeedStatus.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        return new Feed(
                row.getString("id"),
                row.getString("name"),
                row.getString("url"),
                row.getString("source_id"),
                Duration.ofSeconds(row.getInt("interval_seconds")).toString(),
                paused,
                row.getString("full_text"),
                state,
                Sql.instant(row, "since"),
                paused ? null : row.getString("reason"),
                paused ? null : row.getString("detail"),
                Sql.instant(row, "last_polled_at"),
                Sql.instant(row, "last_item_at"),
                paused ? null : Sql.instant(row, "next_poll_at"),
                Sql.instant(row, "created_at"),
                FeedTags.of(row.getArray("tags")));
    }

    private static ProblemException exists() {
        return new ProblemException(ProblemCode.FEED_EXISTS, "A feed with this address is polled already.");
    }
}
