package io.dateline.store.write;

import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.ops.RetryInPlace;
import io.dateline.store.testing.Cut;
import io.dateline.store.testing.StoreSchema;
import io.dateline.testinfra.TestInfra;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {
    private static final int BATCHES = 30;
    private static final int BATCH = 10;

    private final RetryInPlace retry = SqlStates.retry("PostgreSQL", () -> false);

    @Test
    void waitsInPlaceAndStoresEverythingOnceWhenTheLineIsCutAgainAndAgain() throws Exception {
        // Given
        String schema = "away_" + UUID.randomUUID().toString().substring(0, 8);
        URI server = URI.create(TestInfra.get().jdbcUrl().substring("jdbc:".length()));
        try (AgroalDataSource direct = StoreSchema.create(schema, 0);
                Cut line = new Cut(server.getHost(), server.getPort());
                AgroalDataSource pool = StoreSchema.pool(schema, line.port())) {
            SplittingWriter<ArticleRow> writer =
                    new SplittingWriter<>(new BatchWriter(pool, new Partitions(), new KnownTags()), retry);

            // When
            CompletableFuture<List<RowOutcome>> writing = CompletableFuture.supplyAsync(() -> writeAll(writer));
            for (int i = 0; i < 3 && !writing.isDone(); i++) {
                int before = stored(direct);
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> writing.isDone() || stored(direct) >= before + 2 * BATCH);
                line.cut();
                await().atMost(Duration.ofSeconds(30)).until(() -> writing.isDone() || retry.trouble() != null);
                line.mend();
            }

            // Then: a reply lost after the commit shows as a duplicate, never as a loss or a second row
            List<RowOutcome> outcomes = writing.get();
            assertThat(outcomes)
                    .hasSize(BATCHES * BATCH)
                    .allMatch(
                            outcome -> outcome instanceof RowOutcome.Stored || outcome instanceof RowOutcome.Duplicate);
            assertThat(StoreSchema.rows(direct, "SELECT count(*), count(DISTINCT id), max(seq) FROM revisions"))
                    .containsExactly("300 300 300");
            assertThat(StoreSchema.rows(direct, "SELECT count(*) FROM articles"))
                    .containsExactly("300");
            assertThat(retry.trouble()).isNull();
        }
    }

    private static List<RowOutcome> writeAll(SplittingWriter<ArticleRow> writer) {
        List<RowOutcome> outcomes = new ArrayList<>();
        for (int batch = 0; batch < BATCHES; batch++) {
            int from = batch * BATCH;
            try {
                outcomes.addAll(writer.write(IntStream.range(from, from + BATCH)
                        .mapToObj(i -> Rows.of(story("away" + i), null))
                        .toList()));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return outcomes;
    }

    private static int stored(AgroalDataSource direct) throws Exception {
        return Integer.parseInt(
                StoreSchema.rows(direct, "SELECT count(*) FROM revisions").get(0));
    }
}
