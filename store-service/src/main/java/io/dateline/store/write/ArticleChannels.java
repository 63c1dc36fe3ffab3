package io.dateline.store.write;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.message.RecordParts;
import io.dateline.contracts.ops.GroupLag;
import io.dateline.contracts.ops.LaneGate;
import io.dateline.contracts.ops.Lifecycle;
import io.dateline.contracts.ops.RetryInPlace;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.contracts.ops.SteadyClock;
import io.dateline.contracts.topic.Lane;
import io.dateline.contracts.topic.Topics;
import io.dateline.store.StoreConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.agroal.DataSource;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The two lanes' channels and that of sightings: each batch is acknowledged once, when everything in it is safe. */
@ApplicationScoped
public class ArticleChannels {
    /** The bulk lane goes on, slowly, however busy the live lane is: it must not starve. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** Rows of one live transaction: a full batch makes several, so that the next is decoded while one is written. */
    private static final int LIVE_ROWS = 100;
    /** A pool of their own, as large as there are channels (application.properties). */
    static final String THREADS = "store-channels";
    /** One writer leaves PostgreSQL idle for a third of the time: it binds values while nothing is executed. */
    private static final int LIVE_WRITERS = 2;
    /** Rows of one bulk transaction: a live one waits for at most one of them. */
    private static final int BULK_ROWS = 50;

    /** Live records that may wait for all instances together while the bulk lane works. */
    private static final int MOST_WAITING = 1_000;

    private final ArticleSink live;
    private final ArticleSink bulk;
    private final SightingSink sightings;
    private final LaneGate gate;
    private final List<RetryInPlace> retries;

    ArticleChannels(
            @DataSource("live-writer") AgroalDataSource liveWriter,
            @DataSource("bulk-writer") AgroalDataSource bulkWriter,
            @Channel("dead-letters") MutinyEmitter<byte[]> emitter,
            StageMetrics metrics,
            MeterRegistry registry,
            Tracer tracer,
            InstantSource clock,
            Event<Committed> committed,
            StoreConfig config,
            Lifecycle lifecycle,
            @ConfigProperty(name = "mp.messaging.incoming.articles-enriched.max.poll.records") int fullBatch,
            @ConfigProperty(name = "mp.messaging.incoming.articles-enriched.group.id") String liveGroup,
            Admin admin) {
        Partitions partitions = new Partitions();
        KnownTags knownTags = new KnownTags();
        RetryInPlace toKafka = new RetryInPlace("Kafka", e -> true, lifecycle::stopping);
        RetryInPlace liveRetry = SqlStates.retry("PostgreSQL", lifecycle::stopping);
        RetryInPlace bulkRetry = SqlStates.retry("PostgreSQL (bulk lane)", lifecycle::stopping);
        RetryInPlace sightingRetry = SqlStates.retry("PostgreSQL (sightings)", lifecycle::stopping);
        Burial burial = new Burial(new KafkaDeadLetters(emitter, toKafka), metrics);
        StoreSpans spans = new StoreSpans(tracer);
        InstantSource steady = new SteadyClock();
        this.gate = new LaneGate(
                fullBatch,
                MOST_WAITING,
                config.write().bulkPause(),
                steady,
                new GroupLag(admin, liveGroup, Topics.ENRICHED, steady));
        long chunk = config.write().chunkBytes().asLongValue();
        this.retries = List.of(liveRetry, bulkRetry, sightingRetry, toKafka);
        // Not of the pool that answers questions: however many are asked at once, articles are written.
        Executor ahead = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "store-ahead");
            thread.setDaemon(true);
            return thread;
        });
        this.live = new ArticleSink(
                Lane.LIVE,
                new SplittingWriter<>(new BatchWriter(liveWriter, partitions, knownTags), liveRetry),
                burial,
                metrics,
                spans,
                clock,
                last -> committed.fire(new Committed(last)),
                new Chunks(new RecordParts(LIVE_ROWS, chunk), LIVE_WRITERS, () -> {}),
                ahead);
        this.bulk = new ArticleSink(
                Lane.BULK,
                new SplittingWriter<>(new BatchWriter(bulkWriter, partitions, knownTags), bulkRetry),
                burial,
                metrics,
                spans,
                clock,
                last -> committed.fire(new Committed(last)),
                new Chunks(new RecordParts(BULK_ROWS, chunk), 1, () -> gate.await(LONGEST_PAUSE)),
                ahead);
        // Beside the bulk lane's few connections: no article waits for a sighting.
        this.sightings = new SightingSink(
                new SplittingWriter<>(new SightingWriter(bulkWriter), sightingRetry), burial, registry);
    }

    @Incoming("articles-sightings")
    @Blocking(THREADS)
    void sightings(ConsumerRecords<byte[], byte[]> records) throws Exception {
        sightings.take(records);
    }

    @Incoming("articles-enriched")
    @Blocking(THREADS)
    void live(ConsumerRecords<byte[], byte[]> records) throws Exception {
        gate.live(records.count(), () -> live.take(records));
    }

    @Incoming("articles-enriched-backfill")
    @Blocking(THREADS)
    void bulk(ConsumerRecords<byte[], byte[]> records) throws Exception {
        bulk.take(records);
    }

    /** What writing waits for, in plain words; empty while it waits for nothing. */
    public List<String> troubles() {
        return retries.stream()
                .map(RetryInPlace::trouble)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
