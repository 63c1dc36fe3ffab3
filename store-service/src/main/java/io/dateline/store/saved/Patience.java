package io.dateline.store.saved;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long what cannot be read is tried: a while, in which a database that stumbles stands up again, and not for ever. Not
 * for use by several threads.
 */
final class Patience {
    private final InstantSource clock;
    private final Duration most;
    /** Since when reading at a place fails. */
    private final Map<Long, Instant> failing = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Instant> eldest) {
            return size() > SavedTables.MOST;
        }
    };

    Patience(InstantSource clock, Duration most) {
        this.clock = clock;
        this.most = most;
    }

    /** Reading at a place has failed; whether it has for too long. */
    boolean isOver(long place) {
        Instant now = clock.instant();
        return !now.isBefore(failing.computeIfAbsent(place, first -> now).plus(most));
    }

    /** Reading at a place has gone well. */
    void restore(long place) {
        failing.remove(place);
    }
}
