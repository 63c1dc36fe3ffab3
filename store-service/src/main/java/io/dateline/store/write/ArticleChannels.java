package io.dateline.store.write;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.ops.RetryInPlace;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.contracts.topic.Lane;
import io.dateline.store.Lifecycle;
import io.dateline.store.StoreConfig;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.agroal.DataSource;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The two lanes' channels: each batch is acknowledged once, when everything in it is safe. */
@ApplicationScoped
public class ArticleChannels {
    private final ArticleSink live;
    private final ArticleSink bulk;
    private final List<RetryInPlace> retries;

    ArticleChannels(
            @DataSource("live-writer") AgroalDataSource liveWriter,
            @DataSource("bulk-writer") AgroalDataSource bulkWriter,
            @Channel("dead-letters") MutinyEmitter<byte[]> emitter,
            StageMetrics metrics,
            Tracer tracer,
            InstantSource clock,
            Event<Committed> committed,
            StoreConfig config,
            Lifecycle lifecycle) {
        Partitions partitions = new Partitions();
        KnownLabels labels = new KnownLabels();
        RetryInPlace toKafka = new RetryInPlace("Kafka", e -> true, lifecycle::stopping);
        RetryInPlace liveRetry = new RetryInPlace("PostgreSQL", e -> !SqlStates.refuses(e), lifecycle::stopping);
        RetryInPlace bulkRetry =
                new RetryInPlace("PostgreSQL (bulk lane)", e -> !SqlStates.refuses(e), lifecycle::stopping);
        DeadLetters deadLetters = new KafkaDeadLetters(emitter, toKafka);
        StoreSpans spans = new StoreSpans(tracer);
        long chunk = config.write().chunkBytes().asLongValue();
        this.retries = List.of(liveRetry, bulkRetry, toKafka);
        this.live = new ArticleSink(
                Lane.LIVE,
                new SplittingWriter(new BatchWriter(liveWriter, partitions, labels), liveRetry),
                deadLetters,
                metrics,
                spans,
                clock,
                last -> committed.fire(new Committed(last)),
                chunk);
        this.bulk = new ArticleSink(
                Lane.BULK,
                new SplittingWriter(new BatchWriter(bulkWriter, partitions, labels), bulkRetry),
                deadLetters,
                metrics,
                spans,
                clock,
                last -> committed.fire(new Committed(last)),
                chunk);
    }

    @Incoming("articles-enriched")
    @Blocking
    void live(ConsumerRecords<byte[], byte[]> records) throws Exception {
        live.take(records);
    }

    @Incoming("articles-enriched-backfill")
    @Blocking
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
