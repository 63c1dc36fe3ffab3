package io.dateline.store.write;

import static io.dateline.store.testing.Stories.canceled;
import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.testing.StoreSchema;
import io.dateline.store.write.Erasure.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErasureTest {
    private static final String WORDS = "Zanzibarquux";

    private final String schema = "erasure_" + UUID.randomUUID().toString().substring(0, 8);
    private AgroalDataSource pool;
    private SplittingWriter<ArticleRow> writer;
    private Erasure erasure;

    @BeforeEach
    void createTables() throws SQLException {
        pool = StoreSchema.create(schema, 0);
        writer = new SplittingWriter<>(
                new BatchWriter(pool, new Partitions(), new KnownTags()), SqlStates.retry("PostgreSQL", () -> false));
        erasure = new Erasure(pool);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private List<RowOutcome> write(EnrichedArticle... articles) throws Exception {
        return writer.write(
                Arrays.stream(articles).map(article -> Rows.of(article, null)).toList());
    }

    private static EnrichedArticle marked(String key, int revision) {
        return story(
                key,
                revision,
                article -> article.title(WORDS + " title")
                        .body("BAKU, Nov 20 - Sahiba Gafarova of the" + " parliament in Baku, " + WORDS + " "
                                + revision));
    }

    /** Table and column of everything in the schema in which the words occur, in any case. */
    private List<String> holding(String words) throws SQLException {
        List<String> holding = new ArrayList<>();
        for (String column : StoreSchema.rows(pool, """
                SELECT quote_ident(table_name) || '.' || quote_ident(column_name) FROM information_schema.columns
                WHERE table_schema = '%s'""".formatted(schema))) {
            String[] parts = column.split("\\.");
            List<String> count = StoreSchema.rows(
                    pool, "SELECT count(*) FROM %s WHERE %s::text ILIKE '%%%s%%'".formatted(parts[0], parts[1], words));
            if (!count.equals(List.of("0"))) {
                holding.add(column);
            }
        }
        return holding;
    }

    @Test
    void leavesNoByteOfTextOrTagsOfAnyRevision() throws Exception {
        // Given
        write(marked("a", 1), marked("a", 2), canceled("a", 3));
        assertThat(holding(WORDS)).isNotEmpty();
        assertThat(holding("gafarova")).contains("labels.label");
        assertThat(StoreSchema.rows(pool, "SELECT count(*) FROM enrichments WHERE packed IS NOT NULL"))
                .containsExactly("3");

        // When
        Outcome outcome = erasure.erase(id("a"));

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Erased(4));
        assertThat(holding(WORDS)).isEmpty();
        assertThat(holding("gafarova")).isEmpty();
        assertThat(StoreSchema.rows(pool, "SELECT count(*) FROM articles")).containsExactly("0");
        assertThat(StoreSchema.rows(pool, "SELECT count(*) FROM enrichments")).containsExactly("0");
    }

    @Test
    void everyTableWithArticlesIsAmongTheErased() throws Exception {
        // Given
        List<String> known = Erasure.HOLDERS.stream().map(Erasure.Holder::table).toList();

        // When: the builder of stories learns of an erasure by its change, and keeps nothing that a person could read;
        // webhooks are told of it, and their deliveries hold no text; the id of a reprocessing is that of no article
        List<String> tables = StoreSchema.rows(pool, """
                SELECT DISTINCT c.table_name FROM information_schema.columns AS c
                JOIN pg_class AS t ON t.relname = c.table_name AND t.relnamespace = c.table_schema::regnamespace
                WHERE c.table_schema = '%s' AND c.column_name IN ('id', 'article_id') AND NOT t.relispartition
                    AND t.relkind IN ('r', 'p') AND c.table_name <> 'revisions'
                    AND c.table_name NOT LIKE 'story%%'
                    AND c.table_name NOT IN ('saved_queries', 'webhook_deliveries', 'reprocessings')""".formatted(schema));

        // Then
        assertThat(known).containsAll(tables);
    }

    @Test
    void keepsTombstonesAndTellsOfItInOrder() throws Exception {
        // Given
        write(marked("a", 1), story("b"), marked("a", 2));

        // When
        erasure.erase(id("a"));

        // Then
        assertThat(StoreSchema.rows(
                        pool,
                        "SELECT seq, id, revision, status, content_hash = '', erased_at IS NOT NULL FROM revisions"
                                + " ORDER BY seq"))
                .containsExactly(
                        "1 " + id("a") + " 1 canceled t t",
                        "2 " + id("b") + " 1 usable f f",
                        "3 " + id("a") + " 2 canceled t t",
                        "4 " + id("a") + " 3 canceled t t");
        assertThat(StoreSchema.rows(pool, "SELECT last FROM change_counter")).containsExactly("4");
    }

    @Test
    void nothingBringsItBack() throws Exception {
        // Given
        write(marked("a", 1));
        erasure.erase(id("a"));

        // When
        List<RowOutcome> again = write(marked("a", 1), marked("a", 2), marked("a", 7), story("b"));

        // Then
        assertThat(again)
                .containsExactly(
                        new RowOutcome.Erased(),
                        new RowOutcome.Erased(),
                        new RowOutcome.Erased(),
                        new RowOutcome.Stored(3));
        assertThat(holding(WORDS)).isEmpty();
    }

    @Test
    void changesNothingTheSecondTime() throws Exception {
        // Given
        write(marked("a", 1));
        erasure.erase(id("a"));

        // When
        Outcome outcome = erasure.erase(id("a"));

        // Then
        assertThat(outcome).isEqualTo(new Outcome.ErasedBefore());
        assertThat(StoreSchema.rows(pool, "SELECT count(*), max(seq) FROM revisions"))
                .containsExactly("2 2");
        assertThat(StoreSchema.rows(pool, "SELECT last FROM change_counter")).containsExactly("2");
    }

    @Test
    void leavesNoTraceOfAnUnknownId() throws Exception {
        // When
        Outcome outcome = erasure.erase("nosuch");

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Unknown());
        assertThat(StoreSchema.rows(pool, "SELECT last FROM change_counter")).containsExactly("0");
    }

    @Test
    void keepsNamesThatOthersUse() throws Exception {
        // Given
        write(story("a"), story("b"));

        // When
        erasure.erase(id("a"));

        // Then
        assertThat(StoreSchema.rows(pool, "SELECT label FROM labels WHERE tag LIKE 'entity:%' ORDER BY 1"))
                .containsExactly("Baku", "Sahiba Gafarova");
    }

    @Test
    void aRevisionThatIsBeingWrittenMeanwhileIsNotStored() throws Exception {
        // Given a writer that waits for the counter with its text already in
        write(marked("a", 1));
        CompletableFuture<List<RowOutcome>> writing;
        try (Connection holder = pool.getConnection()) {
            holder.setAutoCommit(false);
            ChangeOrder.take(holder, 0);
            writing = CompletableFuture.supplyAsync(() -> {
                try {
                    return write(marked("a", 2));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            awaitBlocked();
            // When the holder erases before it lets go, as an erasure would
            try (var erase = holder.createStatement()) {
                erase.executeUpdate("DELETE FROM articles WHERE id = '" + id("a") + "'");
                erase.executeUpdate("DELETE FROM enrichments WHERE id = '" + id("a") + "'");
                erase.executeUpdate("UPDATE revisions SET erased_at = now(), status = 'canceled'");
            }
            holder.commit();
        }

        // Then
        assertThat(writing.get()).containsExactly(new RowOutcome.Erased());
        assertThat(holding(WORDS)).isEmpty();
    }

    @Test
    void takesOneConnectionHoweverManyAreErased() throws Exception {
        // Given
        ArticleErasure articles = new ArticleErasure(pool, null);
        List<CompletableFuture<Boolean>> erasing = new ArrayList<>();
        try (Connection holder = pool.getConnection()) {
            holder.setAutoCommit(false);
            ChangeOrder.take(holder, 0);

            // When
            for (int i = 0; i < 3; i++) {
                String never = id("never-" + i);
                erasing.add(CompletableFuture.supplyAsync(() -> articles.erase(never)));
            }
            awaitBlocked();

            // Then: writers have those that are left
            Awaitility.await()
                    .during(Duration.ofMillis(500))
                    .atMost(Duration.ofSeconds(5))
                    .untilAsserted(
                            () -> assertThat(StoreSchema.rows(pool, "SELECT 1")).hasSize(1));
            holder.rollback();
        }
        assertThat(erasing).allSatisfy(one -> assertThat(one.get()).isFalse());
    }

    private void awaitBlocked() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(StoreSchema.rows(
                                pool,
                                "SELECT count(*) FROM pg_locks AS l JOIN pg_stat_activity AS a USING (pid)"
                                        + " WHERE NOT l.granted AND a.query LIKE 'UPDATE change_counter%'"))
                        .containsExactly("1"));
    }
}
