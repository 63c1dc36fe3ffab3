package io.dateline.contracts.ops;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;

/**
 * PostgreSQL's clock, which all instances share: what one of them puts off until then is then due for any other, and a wall
 * clock that is wrong ends nothing early and puts nothing off for longer. Between two looks it goes on by the monotonic clock;
 * until it was looked at for the first time it is the service's own. Thread-safe.
 */
public final class DatabaseTime implements InstantSource {
    private volatile InstantSource known = InstantSource.system();

    /**
     * From now on it goes by this look, until the next.
     *
     * @throws SQLException where PostgreSQL does not answer; then it goes on by the look before
     */
    public void look(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT clock_timestamp()");
                ResultSet row = statement.executeQuery()) {
            row.next();
            Instant now = row.getObject(1, OffsetDateTime.class).toInstant();
            known = new SteadyClock(now, System::nanoTime);
        }
    }

    @Override
    public Instant instant() {
        return known.instant();
    }
}
