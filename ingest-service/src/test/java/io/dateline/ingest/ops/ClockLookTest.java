package io.dateline.ingest.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dateline.contracts.ops.DatabaseTime;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whether an embargo lies ahead goes by PostgreSQL's clock, whatever the service's own says. */
class ClockLookTest {
    @Test
    void goesByPostgresqlsClock() {
        // given a database that is two days behind the service, which is the same as a service two days ahead
        Database database = TestDatabase.fresh("clock_look_test");
        TestDatabase.run(
                database,
                "CREATE OR REPLACE FUNCTION clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS"
                        + " $$ SELECT pg_catalog.clock_timestamp() - interval '2 days' $$");
        DatabaseTime time = new DatabaseTime();

        // when
        database.transaction(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("SET LOCAL search_path = clock_look_test, pg_catalog");
            }
            time.look(connection);
            return null;
        });

        // then
        assertThat(time.instant()).isCloseTo(Instant.now().minus(Duration.ofDays(2)), within(Duration.ofHours(1)));
    }
}
