package io.dateline.store.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dateline.store.story.StoryBuilder.Outcome;
import io.dateline.store.testing.StoreSchema;
import io.dateline.store.write.Stored;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemberPruningTest {
    private static final YearMonth OLD = YearMonth.of(2020, 2);

    private AgroalDataSource pool;
    private StoryBuilder builder;

    @BeforeEach
    void createTables() throws SQLException {
        pool = StoreSchema.create("prune_" + UUID.randomUUID().toString().substring(0, 8), 0);
        builder = new StoryBuilder(
                pool,
                "one",
                new StoryBuilder.Settings(100, Duration.ofSeconds(10), 1_000, 1_000),
                (late, articles, changes) -> {});
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private void build(Told... told) throws SQLException {
        Stored.write(pool, List.of(told).stream().map(Told::article).toList());
        while (builder.step() == Outcome.WORKED) {
            // until there is nothing new
        }
    }

    @Test
    void takesStoriesThatNoneIsLeftOfAndTheirHistory() throws SQLException {
        // Given
        Told gone = Told.quake("a", "herald", 0);
        build(gone);
        Stored.moveAllTo(pool, OLD);
        Stored.drop(pool, OLD);

        // When
        int pruned = new MemberPruning(pool, 1).prune();

        // Then
        assertThat(pruned).isEqualTo(1);
        assertThat(StoreSchema.rows(pool, "SELECT count(*) FROM stories")).containsExactly("0");
        assertThat(StoreSchema.rows(pool, "SELECT count(*) FROM story_changes")).containsExactly("0");

        // Then: the builder, which still had the story in memory, begins another
        build(Told.quake("b", "copyist", 10));
        assertThat(StoreSchema.rows(pool, "SELECT members FROM stories")).containsExactly("1");
    }

    @Test
    void leavesTheCopiesThatAreKeptWithoutTheirOriginal() throws SQLException {
        // Given: an original of a dropped month and two copies of it that are kept
        Told original = Told.quake("a", "herald", 0);
        Told copy = Told.quake("b", "copyist", 10);
        Told second = Told.quake("c", "mirror", 20);
        build(original);
        Stored.moveAllTo(pool, OLD);
        build(copy, second);
        Stored.drop(pool, OLD);

        // When: in looks of two members each
        int pruned = new MemberPruning(pool, 2).prune();

        // Then
        assertThat(pruned).isEqualTo(1);
        assertThat(StoreSchema.rows(pool, "SELECT article_id, copy_of FROM story_members ORDER BY at"))
                .containsExactly(copy.id() + " null", second.id() + " " + copy.id());
        assertThat(StoreSchema.rows(pool, "SELECT members, originals, sources, first_article FROM stories"))
                .containsExactly("2 1 1 " + copy.id());
        assertThat(StoreSchema.rows(pool, "SELECT count(*) FROM story_features"))
                .containsExactly("2");

        // Then: the builder, which still had the original in memory, goes on from the tables
        Told third = Told.quake("d", "echo", 30);
        build(third);
        assertThat(StoreSchema.rows(pool, "SELECT copy_of FROM story_members WHERE article_id = '" + third.id() + "'"))
                .containsExactly(copy.id());
    }
}
