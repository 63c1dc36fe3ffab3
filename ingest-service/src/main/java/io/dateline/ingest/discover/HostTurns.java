package io.dateline.ingest.discover;

import io.dateline.ingest.feed.FeedStore;
import io.dateline.ingest.identity.Database;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Takes turns at hosts with the polling of feeds, over all instances: one request at a time, and a pause after each. */
final class HostTurns {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Database database;
    private final Duration lease;
    private final Duration pause;
    private final Duration patience;

    /**
     * @param lease    longer than a request may take
     * @param pause    until the host may be asked again
     * @param patience how long a turn is waited for
     */
    HostTurns(Database database, Duration lease, Duration pause, Duration patience) {
        this.database = database;
        this.lease = lease;
        this.pause = pause;
        this.patience = patience;
    }

    /** Empty where the turn has not come in time. */
    Optional<UUID> take(String host) throws InterruptedException {
        UUID token = UUID.randomUUID();
        long deadline = System.nanoTime() + patience.toNanos();
        while (!tryTake(host, token)) {
            if (System.nanoTime() > deadline) {
                return Optional.empty();
            }
            Thread.sleep(LOOK.toMillis());
        }
        return Optional.of(token);
    }

    private boolean tryTake(String host, UUID token) {
        return database.transaction(connection -> {
            FeedStore.host(connection, host);
            try (PreparedStatement statement = connection.prepareStatement("""
                    UPDATE hosts SET leased_until = now() + make_interval(secs => ?), lease_token = ?
                    WHERE host = ? AND next_allowed_at <= now() AND (leased_until IS NULL OR leased_until < now())
                    """)) {
                statement.setDouble(1, lease.toMillis() / 1000.0);
                statement.setObject(2, token);
                statement.setString(3, host);
                return statement.executeUpdate() == 1;
            }
        });
    }

    /** Ends the turn; nothing happens where it has run out meanwhile. */
    void give(String host, UUID token) {
        database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    UPDATE hosts SET leased_until = NULL, lease_token = NULL,
                           next_allowed_at = greatest(next_allowed_at, now() + make_interval(secs => ?))
                    WHERE host = ? AND lease_token = ?
                    """)) {
                statement.setDouble(1, pause.toMillis() / 1000.0);
                statement.setString(2, host);
                statement.setObject(3, token);
                return statement.executeUpdate();
            }
        });
    }
}
