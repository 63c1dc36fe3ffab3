package io.dateline.store.saved;

import io.dateline.contracts.ops.SteadyClock;
import io.dateline.store.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;

/**
 * PostgreSQL's clock: what one instance puts off until then is then due for any other, and a wall clock that was wrong for a
 * while puts nothing off for longer. Of the service's own until it was looked at for the first time. Thread-safe.
 */
final class DatabaseClock implements InstantSource {
    private volatile InstantSource known = InstantSource.system();

    /** From now on it goes by this look, until the next. */
    void look(Connection connection) throws SQLException {
        Instant now = Sql.first(connection, "SELECT clock_timestamp() AS at", row -> Sql.instant(row, "at"))
                .orElseThrow();
        known = new SteadyClock(now, System::nanoTime);
    }

    @Override
    public Instant instant() {
        return known.instant();
    }
}
