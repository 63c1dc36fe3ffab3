package io.dateline.store.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dateline.store.query.Asking;
import io.dateline.store.sql.Sql;
import io.dateline.store.story.StoryBuilder.Outcome;
import io.dateline.store.testing.StoreSchema;
import io.dateline.store.write.Stored;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoryPagesTest {
    private static final String COPIES_OF_TODAY = """
            INSERT INTO articles SELECT today.* FROM articles AS a, generate_series(1, ?) AS n,
                LATERAL jsonb_populate_record(a, jsonb_build_object('id', 'today-' || n, 'sort_at', now())) AS today
            """;
    private static final int DAY = 24 * 60;

    private AgroalDataSource pool;

    @BeforeEach
    void createTables() throws SQLException {
        pool = StoreSchema.create("pages_" + UUID.randomUUID().toString().substring(0, 8), 0);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void findsStoriesOfATagBeforeADayHoweverMuchCameSince() throws SQLException {
        // Given
        Stored.write(pool, List.of(Told.quake("a", "herald", -60 * DAY).article()));
        StoryBuilder builder = new StoryBuilder(
                pool,
                "one",
                new StoryBuilder.Settings(100, Duration.ofSeconds(10), 1_000, 1_000),
                (late, articles, changes) -> {});
        while (builder.step() == Outcome.WORKED) {
            // until there is nothing new
        }
        Sql.transaction(pool, connection -> Sql.update(connection, COPIES_OF_TODAY, StoryPages.MATCHES));

        // When
        StoryPage page = new PostgresStories(Asking.pool(pool), Asking.filters(pool))
                .find(StoryQueryParser.parse(Map.of(
                        "entity", List.of("loc:valdoria"),
                        "min-sources", List.of("1"),
                        "to", List.of(Told.at(-30 * DAY).toString()))));

        // Then
        assertThat(page.items()).hasSize(1);
    }
}
