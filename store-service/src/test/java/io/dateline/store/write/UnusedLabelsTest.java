package io.dateline.store.write;

import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dateline.store.testing.StoreSchema;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnusedLabelsTest {
    private static final YearMonth OLD = YearMonth.of(2020, 2);
    private static final int ALL = 10_000;

    private AgroalDataSource pool;
    private UnusedLabels labels;

    @BeforeEach
    void createTables() throws SQLException {
        pool = StoreSchema.create("labels_" + UUID.randomUUID().toString().substring(0, 8), 0);
        labels = new UnusedLabels(pool);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private List<String> names() throws SQLException {
        return StoreSchema.rows(pool, "SELECT tag FROM labels WHERE tag ~ '^(entity|role):' ORDER BY tag");
    }

    private void names(int many) throws SQLException {
        StoreSchema.rows(
                pool,
                "INSERT INTO labels (tag, kind, label, folded) SELECT 'entity:per:' || n, 'entity', n, n"
                        + " FROM generate_series(1, " + many + ") AS n RETURNING tag");
    }

    @Test
    void removesNamesThatWentWithTheirMonthAndNoOther() throws SQLException {
        // Given
        Stored.write(pool, List.of(story("a")));
        Stored.moveAllTo(pool, OLD);
        int topics = StoreSchema.rows(pool, "SELECT tag FROM labels WHERE kind = 'topic'")
                .size();

        // When
        int before = labels.sweep(ALL);
        Stored.drop(pool, OLD);
        int after = labels.sweep(ALL);

        // Then: places are of a gazetteer, topics of a vocabulary
        assertThat(before).isZero();
        assertThat(after).isEqualTo(1);
        assertThat(names()).containsExactly("entity:geonames:587084");
        assertThat(StoreSchema.rows(pool, "SELECT tag FROM labels WHERE kind = 'topic'"))
                .hasSize(topics);
    }

    @Test
    void removesNamesOfAnArticleErasedAfterItsMonthWasDropped() throws SQLException {
        // Given
        Stored.write(pool, List.of(story("a")));
        Stored.moveAllTo(pool, OLD);
        Stored.drop(pool, OLD);

        // When
        Stored.erase(pool, id("a"));
        labels.sweep(ALL);

        // Then
        assertThat(names()).containsExactly("entity:geonames:587084");
    }

    @Test
    void keepsNamesThatAnotherArticleHas() throws SQLException {
        // Given
        Stored.write(pool, List.of(story("a")));
        Stored.moveAllTo(pool, OLD);
        Stored.write(pool, List.of(story("b")));
        Stored.drop(pool, OLD);

        // When / Then
        assertThat(labels.sweep(ALL)).isZero();
        assertThat(names()).contains("entity:per:sahiba gafarova");
    }

    @Test
    void looksAtSoManyAndGoesOnFromThere() throws SQLException {
        // Given
        names(450);

        // When / Then
        assertThat(labels.sweep(300)).isEqualTo(300);
        assertThat(names()).hasSize(150);
        assertThat(labels.sweep(300)).isEqualTo(150);

        // When: it begins again
        names(2);

        // Then
        assertThat(labels.sweep(1)).isEqualTo(1);
        assertThat(labels.sweep(1)).isEqualTo(1);
        assertThat(names()).isEmpty();
    }
}
