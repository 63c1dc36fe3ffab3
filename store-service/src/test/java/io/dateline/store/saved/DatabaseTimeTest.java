package io.dateline.store.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dateline.contracts.ops.DatabaseTime;
import io.dateline.store.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseTimeTest {
    private Post post;

    @BeforeEach
    void open() throws SQLException {
        post = new Post();
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void goesOnFromWhatPostgresqlTold() throws SQLException {
        // Given
        DatabaseTime clock = new DatabaseTime();

        // When
        Instant before;
        Instant told;
        Instant after;
        try (Connection connection = post.pool.getConnection()) {
            before = at(connection);
            clock.look(connection);
            told = clock.instant();
            after = at(connection);
        }

        // Then: but for what both clocks round
        assertThat(told).isBetween(before.minusMillis(1), after.plusMillis(1));
        assertThat(clock.instant()).isAfterOrEqualTo(told).isCloseTo(told, within(1, ChronoUnit.MINUTES));
    }

    private static Instant at(Connection connection) throws SQLException {
        return Sql.first(connection, "SELECT clock_timestamp() AS at", row -> Sql.instant(row, "at"))
                .orElseThrow();
    }
}
