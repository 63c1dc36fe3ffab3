package io.dateline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.dateline.store.testing.StoreSchema;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlTest {
    private AgroalDataSource pool;

    @BeforeEach
    void createTables() throws SQLException {
        pool = StoreSchema.create("sql_" + UUID.randomUUID().toString().substring(0, 8), 0);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void anErrorLeavesNothingOfATransaction() throws SQLException {
        // Given
        StackOverflowError error = new StackOverflowError();

        // When
        assertThatThrownBy(() -> Sql.transaction(pool, connection -> {
                    Sql.update(connection, "UPDATE change_counter SET last = 7");
                    throw error;
                }))
                .isSameAs(error);

        // Then
        assertThat(StoreSchema.rows(pool, "SELECT last FROM change_counter")).containsExactly("0");
    }

    @Test
    void whatWasCommittedInBetweenStays() throws SQLException {
        // When
        int changed = Sql.transaction(pool, connection -> {
            Sql.update(connection, "UPDATE change_counter SET last = 1");
            connection.commit();
            Sql.update(connection, "UPDATE change_counter SET last = 2");
            connection.rollback();
            return Sql.update(connection, "UPDATE change_counter SET last = last + 2");
        });

        // Then
        assertThat(changed).isEqualTo(1);
        assertThat(StoreSchema.rows(pool, "SELECT last FROM change_counter")).containsExactly("3");
    }
}
