package io.dateline.store.write;

import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dateline.store.sql.Sql;
import io.dateline.store.testing.StoreSchema;
import io.dateline.testinfra.TestInfra;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An instance that stands still in the middle of a transaction, with the settings the service's own pools have. */
class StandingStillTest {
    private static final String OPTIONS = "quarkus.datasource.%s.jdbc.additional-jdbc-properties.options";
    /** Seconds; only who waits for ever is to fail. */
    private static final int PATIENCE = 120;

    @ParameterizedTest
    @ValueSource(strings = {"live-writer", "bulk-writer"})
    void letsOthersWriteWhenItStandsStillWithTheCounterInItsHand(String pool) throws Exception {
        // Given
        String schema = "still_" + UUID.randomUUID().toString().substring(0, 8);
        try (AgroalDataSource tables = StoreSchema.create(schema, 0);
                AgroalDataSource other = StoreSchema.pool(schema, 0, PATIENCE);
                Connection still = asThePool(pool, schema)) {
            still.createStatement().execute("BEGIN");
            ChangeOrder.take(still, 1);

            // When
            List<RowOutcome> outcomes =
                    new BatchWriter(other, new Partitions(), new KnownTags()).write(List.of(Rows.of(story("a"), null)));

            // Then: and the seq it had taken is given back
            assertThat(outcomes).containsExactly(new RowOutcome.Stored(1));
            assertThat(StoreSchema.rows(tables, "SELECT last FROM change_counter"))
                    .containsExactly("1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"live-writer", "bulk-writer", "story-builder", "webhooks"})
    void isGivenUpInTheEndByThePoolsThatWrite(String pool) throws Exception {
        // Given
        try (Connection connection = asThePool(pool, "public")) {

            // When
            List<Integer> milliseconds = Sql.rows(
                    connection,
                    "SELECT setting FROM pg_settings WHERE name IN"
                            + " ('idle_in_transaction_session_timeout', 'statement_timeout')",
                    row -> row.getInt(1));

            // Then
            assertThat(milliseconds).hasSize(2).allMatch(limit -> limit > 0 && limit <= 60_000);
        }
    }

    @Test
    void gainsNothingByWaitingForALockLongerThanItsStatementMayRun() throws Exception {
        // Given
        try (Connection connection = asThePool("live-writer", "public")) {

            // When
            int lock = setting(connection, "lock_timeout");

            // Then
            assertThat(lock).isPositive().isLessThan(setting(connection, "statement_timeout"));
        }
    }

    private static int setting(Connection connection, String name) throws SQLException {
        return Sql.first(connection, "SELECT setting FROM pg_settings WHERE name = ?", row -> row.getInt(1), name)
                .orElseThrow();
    }

    private static Connection asThePool(String pool, String schema) throws IOException, SQLException {
        Properties settings = new Properties();
        try (InputStream file = StandingStillTest.class.getResourceAsStream("/application.properties")) {
            settings.load(file);
        }
        TestInfra infra = TestInfra.get();
        Properties properties = new Properties();
        properties.setProperty("user", infra.username());
        properties.setProperty("password", infra.password());
        properties.setProperty("options", settings.getProperty(OPTIONS.formatted(pool)));
        properties.setProperty("currentSchema", schema);
        return DriverManager.getConnection(infra.jdbcUrl(), properties);
    }
}
