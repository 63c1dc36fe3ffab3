package io.dateline.enrich.consume;

import io.dateline.contracts.message.RecordParts;
import io.dateline.contracts.ops.GroupLag;
import io.dateline.contracts.ops.LaneGate;
import io.dateline.contracts.ops.Lifecycle;
import io.dateline.contracts.ops.RetryInPlace;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.contracts.ops.SteadyClock;
import io.dateline.contracts.topic.Lane;
import io.dateline.contracts.topic.Topics;
import io.dateline.enrich.pipeline.Pipeline;
import io.dateline.enrich.wiring.EnrichConfig;
import io.opentelemetry.api.trace.Tracer;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The two lanes' channels: each batch is acknowledged once, when the outcome of everything in it is safe. */
@ApplicationScoped
class ArticleChannels {
    /** The bulk lane goes on, slowly, however long the live lane lags: it must not starve. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Results that are sent together: fewer records than an emitter holds back, and 4 MB of them. */
    private static final RecordParts LIVE_SLICES = new RecordParts(100, 4 << 20);
    /** A live record waits for at most one slice of the bulk lane. */
    private static final RecordParts BULK_SLICES = new RecordParts(20, 4 << 20);
    /** Live records that may wait for all instances together while the bulk lane works. */
    private static final int MOST_WAITING = 800;

    private final LaneWorker live;
    private final LaneWorker bulk;
    private final LaneGate gate;
    private final RetryInPlace retry;
    private final LaneEnd ended;
    private final ExecutorService threads;

    ArticleChannels(
            Pipeline pipeline,
            @Channel("articles-enriched") MutinyEmitter<byte[]> enriched,
            @Channel("articles-enriched-backfill") MutinyEmitter<byte[]> enrichedBackfill,
            @Channel("dead-letters") MutinyEmitter<byte[]> deadLetters,
            StageMetrics metrics,
            Tracer tracer,
            InstantSource clock,
            EnrichConfig config,
            Lifecycle lifecycle,
            @ConfigProperty(name = "mp.messaging.incoming.articles-raw.max.poll.records") int fullBatch,
            @ConfigProperty(name = "mp.messaging.incoming.articles-raw.group.id") String liveGroup,
            Admin admin) {
        int count =
                config.threads() > 0 ? config.threads() : Runtime.getRuntime().availableProcessors();
        this.threads = Executors.newFixedThreadPool(count, task -> new Thread(task, "enrich"));
        InstantSource steady = new SteadyClock();
        this.gate = new LaneGate(
                fullBatch,
                MOST_WAITING,
                config.bulkPause(),
                steady,
                new GroupLag(admin, liveGroup, Topics.RAW, steady));
        this.retry = new RetryInPlace("Kafka", e -> true, lifecycle::stopping);
        this.ended = new LaneEnd(lifecycle::stopping);
        RecordEnricher enricher = new RecordEnricher(pipeline, tracer, clock);
        this.live = new LaneWorker(
                Lane.LIVE,
                enricher,
                new Outbox(enriched, deadLetters, retry),
                metrics,
                clock,
                threads,
                LIVE_SLICES,
                () -> {});
        this.bulk = new LaneWorker(
                Lane.BULK,
                enricher,
                new Outbox(enrichedBackfill, deadLetters, retry),
                metrics,
                clock,
                threads,
                BULK_SLICES,
                () -> gate.await(LONGEST_PAUSE));
    }

    @Incoming("articles-raw")
    @Blocking
    void live(ConsumerRecords<byte[], byte[]> records) throws Exception {
        ended.watch(() -> gate.live(records.count(), () -> live.take(records)));
    }

    @Incoming("articles-raw-backfill")
    @Blocking
    void bulk(ConsumerRecords<byte[], byte[]> records) throws Exception {
        ended.watch(() -> bulk.take(records));
    }

    /** Why a lane ended for good, or null while none did. */
    String ended() {
        return ended.reason();
    }

    /** What a batch waits for, or null while none waits. */
    String trouble() {
        return retry.trouble();
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
