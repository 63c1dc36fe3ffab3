package io.dateline.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.ingest.support.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
    private static Database database;

    @BeforeAll
    static void schema() {
        database = TestDatabase.fresh("database_test");
    }

    @BeforeEach
    void empty() {
        TestDatabase.run(database, "TRUNCATE hosts");
    }

    @ParameterizedTest
    @ValueSource(classes = {StackOverflowError.class, AssertionError.class, IllegalStateException.class})
    void keepsNothingOfWorkThatThrows(Class<? extends Throwable> thrown) {
        // given work that fails in the middle
        Database.Work<Void> work = connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("INSERT INTO hosts (host) VALUES ('a.example')");
            }
            throw DatabaseTest.<RuntimeException>unchecked(thrown);
        };

        // when
        assertThatThrownBy(() -> database.transaction(work)).isInstanceOf(thrown);

        // then
        assertThat(TestDatabase.count(database, "SELECT count(*) FROM hosts")).isZero();
    }

    @Test
    void keepsWhatReturned() {
        // when
        TestDatabase.run(database, "INSERT INTO hosts (host) VALUES ('a.example')");

        // then
        assertThat(TestDatabase.count(database, "SELECT count(*) FROM hosts")).isEqualTo(1);
    }

    @Test
    void tellsAnOutageFromAMistake() {
        // when, then
        assertThatThrownBy(() -> database.transaction(connection -> {
                    throw new SQLException("gone", "08006");
                }))
                .isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> TestDatabase.run(database, "SELECT nothing"))
                .isInstanceOf(IllegalStateException.class);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Class<? extends Throwable> thrown) throws E {
        try {
            throw (E) thrown.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
