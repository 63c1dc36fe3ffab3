package io.dateline.store.ops;

import io.dateline.contracts.ops.Rounds;
import io.dateline.store.StoreConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Keeps in mind how old the oldest waiting record of each lane is. Reads nothing while nothing waits. */
@ApplicationScoped
class LaneAges {
    private static final Logger LOG = Logger.getLogger(LaneAges.class);

    private final LiveOpsBoard board;
    private final InstantSource clock;
    private final Consumer<byte[], byte[]> consumer;
    private final OldestWaiting oldest;
    private volatile Map<String, Duration> ages = Map.of();

    LaneAges(
            LiveOpsBoard board,
            InstantSource clock,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this.board = board;
        this.clock = clock;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "store-ages",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none",
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        5_000,
                        // Only a time is wanted: as little as the broker gives, which is one batch of each partition.
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        1_024),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.oldest = new OldestWaiting(consumer);
    }

    /** By {@code stage/lane}, in the order of articles; what is not known is not in it. */
    Map<String, Duration> ages() {
        return ages;
    }

    void onStart(@Observes StartupEvent event, Rounds rounds, StoreConfig config) {
        rounds.every(config.ops().ageEvery(), this::look);
    }

    synchronized void look() {
        try {
            ages = oldest.ages(board.cluster().waiting(), clock.instant());
        } catch (KafkaException e) {
            ages = Map.of();
            LOG.debugf("the ages of the lanes are not known: %s", e.getClass().getSimpleName());
        }
        board.waited(ages);
    }

    @PreDestroy
    synchronized void close() {
        consumer.close(Duration.ofSeconds(1));
    }
}
