package io.dateline.store.write;

import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.DeadLetter;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.RecordParts;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.ops.RetryInPlace;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.contracts.topic.Lane;
import io.dateline.store.testing.StoreSchema;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArticleSinkTest {
    private static final int ARTICLES = 60;
    private static final Chunks CHUNKS = new Chunks(new RecordParts(10, 1_000_000), 2, () -> {});

    private final ExecutorService ahead = Executors.newCachedThreadPool();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Queue<DeadLetter> buried = new ConcurrentLinkedQueue<>();

    @AfterEach
    void end() {
        ahead.shutdownNow();
    }

    @Test
    void twoWritersStoreEverythingOnceAndRevisionsInTheirOrder() throws Exception {
        // Given: both revisions of each article, in different transactions, and one record in ten
        // broken
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int revision = 1; revision <= 2; revision++) {
            for (int n = 0; n < ARTICLES; n++) {
                records.add(record(records.size(), story("two-" + n, revision, article -> article)));
                if (n % 10 == 0) {
                    records.add(record(records.size(), "broken-" + n, "broken".getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
        String schema = "sink_" + UUID.randomUUID().toString().substring(0, 8);
        try (AgroalDataSource pool = StoreSchema.create(schema, 0)) {

            // When
            sink(new BatchWriter(pool, new Partitions(), new KnownTags())).take(records);

            // Then
            assertThat(StoreSchema.rows(pool, "SELECT count(*), count(DISTINCT seq), max(seq) FROM revisions"))
                    .containsExactly("120 120 120");
            assertThat(StoreSchema.rows(
                            pool,
                            "SELECT count(*) FROM revisions AS one JOIN revisions AS two USING (id)"
                                    + " WHERE one.revision = 1 AND two.revision = 2 AND one.seq < two.seq"))
                    .containsExactly("60");
            assertThat(StoreSchema.rows(pool, "SELECT count(*) FROM articles WHERE is_head AND revision = 2"))
                    .containsExactly("60");
        }
        assertThat(buried).hasSize(12);
        assertThat(registry.get(MetricNames.ARTICLES)
                        .tag(MetricNames.OUTCOME, ArticleSink.STORED)
                        .counter()
                        .count())
                .isEqualTo(120);
    }

    @Test
    void oneWriterThatStopsIsToldOnceTheOtherHasEnded() {
        // Given
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int n = 0; n < ARTICLES; n++) {
            records.add(record(n, story("stop-" + n)));
        }
        String stops = "the service stops";
        CountDownLatch failed = new CountDownLatch(1);
        Queue<String> written = new ConcurrentLinkedQueue<>();
        String first = story("stop-0").article().id();
        int others = CHUNKS.strands(records).stream()
                .map(strand -> strand.stream().flatMap(List::stream).toList())
                .filter(strand -> !strand.contains(records.get(0)))
                .mapToInt(List::size)
                .sum();

        // When / Then: the first writer fails before the second has written anything
        assertThatThrownBy(() -> sink(rows -> {
                            if (rows.get(0).id().equals(first)) {
                                failed.countDown();
                                throw new IllegalStateException(stops);
                            }
                            await(failed);
                            rows.forEach(row -> written.add(row.id()));
                            return rows.stream()
                                    .<RowOutcome>map(row -> new RowOutcome.Duplicate())
                                    .toList();
                        })
                        .take(records))
                .isInstanceOf(RetryInPlace.Stopped.class);
        assertThat(written).hasSize(others);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ArticleSink sink(RowWriter<ArticleRow> writer) {
        StageMetrics metrics = new StageMetrics(registry, "store");
        RetryInPlace retry = SqlStates.retry("PostgreSQL", () -> true);
        return new ArticleSink(
                Lane.LIVE,
                new SplittingWriter<>(writer, retry),
                new Burial(buried::addAll, metrics),
                metrics,
                new StoreSpans(OpenTelemetry.noop().getTracer("test")),
                Clock.systemUTC(),
                last -> {},
                CHUNKS,
                ahead);
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, EnrichedArticle article) {
        ConsumerRecord<byte[], byte[]> record = record(offset, article.article().id(), MessageCodec.encode(article));
        MessageCodec.headers(article, "/test", Instant.EPOCH, null).forEach(record.headers()::add);
        return record;
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, String key, byte[] value) {
        return new ConsumerRecord<>(
                "articles.enriched",
                0,
                offset,
                0,
                TimestampType.CREATE_TIME,
                0,
                value.length,
                key.getBytes(StandardCharsets.UTF_8),
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
