package io.dateline.ingest.discover;

import io.dateline.ingest.host.HostTurns;
import io.dateline.ingest.host.Release;
import io.dateline.ingest.host.Turn;
import io.dateline.ingest.identity.Database;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Turns at hosts for a person who waits: one request at a time over all instances, and a pause after each. */
final class AskedTurns {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Database database;
    private final HostTurns turns;
    private final Duration pause;
    private final Duration patience;

    /**
     * @param pause    until the host may be asked again
     * @param patience how long a turn is waited for
     */
    AskedTurns(Database database, HostTurns turns, Duration pause, Duration patience) {
        this.database = database;
        this.turns = turns;
        this.pause = pause;
        this.patience = patience;
    }

    /**
     * Empty where the turn has not come in time.
     *
     * @param most to be waited, where that is less than usual
     */
    Optional<Turn> take(String host, Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + Math.min(patience.toNanos(), most.toNanos());
        while (true) {
            Optional<Turn> turn = database.transaction(connection -> turns.take(connection, host));
            if (turn.isPresent() || System.nanoTime() > deadline) {
                return turn;
            }
            Thread.sleep(LOOK.toMillis());
        }
    }

    /**
     * Ends the turn; nothing happens where it has run out meanwhile.
     *
     * @param wait what the host asked for, or null; never less than usual
     */
    void give(Turn turn, Duration wait) {
        Duration longer = wait != null && wait.compareTo(pause) > 0 ? wait : pause;
        database.transaction(connection -> {
            HostTurns.release(connection, List.of(Release.after(turn, longer)));
            return null;
        });
    }
}
