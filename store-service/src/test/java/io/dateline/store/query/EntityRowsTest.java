package io.dateline.store.query;

import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dateline.store.query.ArticlePage.FacetValue;
import io.dateline.store.testing.StoreSchema;
import io.dateline.store.write.Stored;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntityRowsTest {
    /** With two entities in each of so many articles. */
    private static final String INSERT = """
            INSERT INTO article_entities (stored_month, id, revision, entity, type, name, salience, mentions, roles, sort_at,
                current)
            SELECT date_trunc('month', now() AT TIME ZONE 'UTC')::date, 'a' || n, 1, entity, 'PER', entity, 1, 1, '[]',
                timestamptz '2026-11-20 00:00:00Z' - n * interval '1 second', true
            FROM generate_series(1, %d) AS n, unnest('{per:x,per:y}'::text[]) AS entity RETURNING 1
            """;

    private AgroalDataSource pool;

    @BeforeEach
    void createTables() throws SQLException {
        pool = StoreSchema.create("entity_" + UUID.randomUUID().toString().substring(0, 8), 0);
        Stored.write(pool, List.of(story("makes the partitions")));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void countsWhoIsNamedBesideItInTheNewestThousandAndTheTimelineInMore() throws SQLException {
        // Given
        StoreSchema.rows(pool, INSERT.formatted(1_001));

        // When
        EntityRows rows;
        try (Connection connection = pool.getConnection()) {
            rows = EntityRows.read(connection, "per:x", Interval.MONTH, 1);
        }

        // Then
        assertThat(rows.company()).containsExactly(new FacetValue("per:y", "per:y", 1_000));
        assertThat(rows.timeline()).extracting(Bucket::count).containsExactly(1_001L);
    }
}
