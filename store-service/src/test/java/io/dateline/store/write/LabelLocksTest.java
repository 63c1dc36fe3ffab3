package io.dateline.store.write;

import static io.dateline.store.testing.Stories.FETCHED;
import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dateline.store.testing.StoreSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A writer that is not done, and what others want of the same labels. */
class LabelLocksTest {
    private AgroalDataSource pool;

    @BeforeEach
    void open() throws SQLException {
        pool = StoreSchema.create("locks_" + UUID.randomUUID().toString().substring(0, 8), 0);
        Stored.write(pool, List.of(story("a")));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    /** The labels of another article with the same names, by an instance that remembers nothing. */
    private static void write(Connection connection) throws SQLException {
        ArticleRow row = Rows.of(story("b", 1, article -> article.fetchedAt(FETCHED.minus(Duration.ofDays(1)))), null);
        new KnownTags().labels().insertNew(connection, List.of(row));
    }

    @Test
    void aWriterLocksNoLabelThatIsAsItShouldBe() throws SQLException {
        // Given
        List<String> all = StoreSchema.rows(pool, "SELECT tag FROM labels");
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);

            // When
            write(connection);

            // Then
            assertThat(StoreSchema.rows(pool, "SELECT tag FROM labels FOR UPDATE SKIP LOCKED"))
                    .hasSameElementsAs(all)
                    .contains("lang:en", "source:test-wire");
            connection.rollback();
        }
    }

    @Test
    void anErasureDoesNotWaitForAWriterOfTheSameNames() throws SQLException {
        // Given
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            write(connection);

            // When
            Erasure.Outcome outcome = new Erasure(pool).erase(id("a"));

            // Then
            assertThat(outcome).isInstanceOf(Erasure.Outcome.Erased.class);
            ChangeOrder.take(connection, 1);
            connection.rollback();
        }
        assertThat(StoreSchema.rows(pool, "SELECT tag FROM labels")).noneMatch(tag -> tag.contains("gafarova"));
    }
}
