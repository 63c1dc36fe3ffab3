package io.dateline.store.ops;

import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.ops.Lifecycle;
import io.dateline.contracts.ops.Rounds;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.store.StoreConfig;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/** Reports what this instance has done. A report that cannot be sent is dropped: the next one says more. */
@ApplicationScoped
class StatusReport {
    private static final Logger LOG = Logger.getLogger(StatusReport.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final MutinyEmitter<byte[]> emitter;
    private final StageMetrics metrics;
    private final Lifecycle lifecycle;
    private final InstantSource clock;

    StatusReport(
            @Channel("services-status") MutinyEmitter<byte[]> emitter,
            StageMetrics metrics,
            Lifecycle lifecycle,
            InstantSource clock) {
        this.emitter = emitter;
        this.metrics = metrics;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent event, Rounds rounds, StoreConfig config) {
        rounds.every(config.ops().reportEvery(), this::report);
    }

    /** Waits for the broker, so that no second report queues up behind one that is stuck. */
    void report() {
        var status = metrics.snapshot(lifecycle.instance(), lifecycle.startedAt(), clock.instant());
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(lifecycle.instance())
                .build();
        try {
            emitter.sendMessage(Message.of(MessageCodec.encode(status), Metadata.of(metadata)))
                    .await()
                    .atMost(TIMEOUT);
        } catch (RuntimeException e) {
            // The next report says all that this one would have said.
            LOG.debugf("this report was not sent: %s", e.getClass().getSimpleName());
        }
    }
}
