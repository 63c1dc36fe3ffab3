package io.dateline.ingest.websub;

import io.dateline.ingest.host.HostTurns;
import io.dateline.ingest.host.Release;
import io.dateline.ingest.host.Turn;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.Sql;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** WebSub subscriptions in the database; each belongs to one feed. */
public final class Subscriptions {
    private final Database database;
    private final SecureRandom random = new SecureRandom();

    public Subscriptions(Database database) {
        this.database = database;
    }

    /** A subscription as its hub sees it. */
    record Known(String topic, String secret) {}

    /**
     * A feed says that it has a hub. Nothing happens where that is known; another hub or topic is a new subscription.
     *
     * @param host whose turn a request to the hub needs
     */
    void announced(String feedId, String hub, String topic, String host) {
        database.transaction(connection -> Sql.update(connection, """
                        INSERT INTO websub (id, feed_id, hub, topic, secret, turn_host)
                        SELECT ?, id, ?, ?, ?, ? FROM feeds WHERE id = ?
                        ON CONFLICT (feed_id) DO UPDATE SET id = EXCLUDED.id, hub = EXCLUDED.hub,
                            topic = EXCLUDED.topic, secret = EXCLUDED.secret, turn_host = EXCLUDED.turn_host,
                            state = 'wanted', lease_until = NULL, tries = 0, next_try_at = now()
                        WHERE websub.hub <> EXCLUDED.hub OR websub.topic <> EXCLUDED.topic
                        """, drawn(), hub, topic, drawn(), host, feedId));
    }

    private String drawn() {
        byte[] bytes = new byte[20];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The subscriptions that the turns are for. */
    public static List<LeasedHub> lease(Connection connection, List<Turn> turns) throws SQLException {
        List<LeasedHub> hubs = new ArrayList<>();
        for (Turn turn : turns) {
            hubs.addAll(Sql.list(
                    connection,
                    "SELECT id, hub, topic, secret, tries FROM websub WHERE id = ?",
                    row -> new LeasedHub(
                            turn,
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getInt(5)),
                    turn.owner()));
        }
        return hubs;
    }

    /**
     * The hub was asked. Where it answered our callback while we asked, what that set stays: it may have refused.
     *
     * @param state {@code asked} or {@code denied}; null where it could not be reached
     * @param wait  until it is asked again, unless it verifies before
     */
    void asked(LeasedHub hub, String state, int tries, Duration wait, Duration pause) {
        database.transaction(connection -> {
            Sql.update(connection, """
                    UPDATE websub SET tries = ?,
                        next_try_at = CASE WHEN next_try_at > now() THEN next_try_at
                            ELSE now() + make_interval(secs => ?) END,
                        state = CASE WHEN ?::text IS NULL OR state = 'active' OR next_try_at > now() THEN state
                            ELSE ? END
                    WHERE id = ?
                    """, tries, (double) wait.toSeconds(), state, state, hub.id());
            HostTurns.release(connection, List.of(Release.after(hub.turn(), pause)));
            return null;
        });
    }

    Optional<Known> find(String id) {
        return database.transaction(connection -> Sql.first(
                connection,
                "SELECT topic, secret FROM websub WHERE id = ?",
                row -> new Known(row.getString(1), row.getString(2)),
                id));
    }

    /** The hub asked whether we meant it. Renewed when four fifths of the lease are over. */
    void verified(String id, Duration lease) {
        database.transaction(
                connection -> Sql.update(connection, """
                        UPDATE websub SET state = 'active', tries = 0,
                            lease_until = now() + make_interval(secs => ?),
                            next_try_at = now() + make_interval(secs => ?)
                        WHERE id = ?
                        """, (double) lease.toSeconds(), lease.toSeconds() * 0.8, id));
    }

    void denied(String id, Duration again) {
        database.transaction(connection -> Sql.update(connection, """
                UPDATE websub SET state = 'denied', lease_until = NULL,
                    next_try_at = now() + make_interval(secs => ?) WHERE id = ?
                """, (double) again.toSeconds(), id));
    }

    /**
     * Makes the feed due, though never sooner after its last poll than the shortest interval. One that may be under way had its
     * answer made before this: it is polled once more.
     */
    void pushed(String id, Duration shortest) {
        database.transaction(connection -> {
            Sql.update(connection, """
                    UPDATE feeds SET next_poll_at = CASE
                        WHEN next_poll_at > now()
                            THEN least(next_poll_at, greatest(now(), last_polled_at + make_interval(secs => ?)))
                        WHEN EXISTS (SELECT FROM hosts WHERE host = feeds.turn_host AND lease_token IS NOT NULL AND leased_until > now())
                            THEN now() + make_interval(secs => ?)
                        ELSE next_poll_at END
                    WHERE id = (SELECT feed_id FROM websub WHERE id = ?) AND NOT paused
                    """, (double) shortest.toSeconds(), (double) shortest.toSeconds(), id);
            return Sql.update(connection, "UPDATE websub SET pushes = pushes + 1, pushed_at = now() WHERE id = ?", id);
        });
    }
}
