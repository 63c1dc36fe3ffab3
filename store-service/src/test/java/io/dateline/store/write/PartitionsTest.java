package io.dateline.store.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.dateline.store.sql.Sql;
import io.dateline.store.testing.StoreSchema;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartitionsTest {
    private AgroalDataSource pool;

    @BeforeEach
    void createTables() throws SQLException {
        pool = StoreSchema.create("parts_" + UUID.randomUUID().toString().substring(0, 8), 0);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private YearMonth ensure() throws SQLException {
        return YearMonth.from(Sql.transaction(pool, new Partitions()::currentMonth));
    }

    private boolean there(YearMonth month) throws SQLException {
        return Sql.transaction(pool, connection -> Partitions.there(connection, month));
    }

    private void drop(YearMonth month) throws SQLException {
        Sql.transaction(pool, connection -> {
            for (String table : Partitions.TABLES) {
                Sql.update(connection, "DROP TABLE " + Partitions.name(table, month));
            }
            return null;
        });
    }

    @Test
    void makesThisMonthAndTheNext() throws SQLException {
        // When
        YearMonth month = ensure();

        // Then
        assertThat(there(month)).isTrue();
        assertThat(there(month.plusMonths(1))).isTrue();
        assertThat(there(month.plusMonths(2))).isFalse();
    }

    @Test
    void doesNotWaitForWhoeverReadsBeforeItMakesTheNextMonth() throws SQLException {
        // Given
        YearMonth month = ensure();
        drop(month.plusMonths(1));

        // When
        YearMonth meanwhile = Sql.transaction(pool, reader -> {
            Sql.rows(reader, "SELECT count(*) FROM articles", row -> row.getLong(1));
            return ensure();
        });

        // Then
        assertThat(meanwhile).isEqualTo(month);
        assertThat(there(month.plusMonths(1))).isFalse();
        ensure();
        assertThat(there(month.plusMonths(1))).isTrue();
    }

    @Test
    void asksToBeTriedAgainWhereThisMonthCannotBeMade() throws SQLException {
        // Given
        drop(ensure());

        // When / Then
        Sql.transaction(pool, reader -> {
            Sql.rows(reader, "SELECT count(*) FROM articles", row -> row.getLong(1));
            assertThatThrownBy(this::ensure)
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(SqlStates.LOCKED));
            return null;
        });
    }

    @Test
    void asksNobodyWhereEverythingIsThere() throws SQLException {
        // Given
        YearMonth month = ensure();

        // When: another instance drops a month at this moment
        YearMonth meanwhile = Sql.transaction(pool, other -> {
            assertThat(Partitions.lock(other)).isTrue();
            return ensure();
        });

        // Then
        assertThat(meanwhile).isEqualTo(month);
    }
}
