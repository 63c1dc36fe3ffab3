package io.dateline.enrich.ops;

import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.ops.Lifecycle;
import io.dateline.contracts.ops.StageMetrics;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/** Reports what this instance has done. A report that cannot be sent is dropped: the next one says more. */
@ApplicationScoped
class StatusReport {
    private static final Logger LOG = Logger.getLogger(StatusReport.class);

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

    /** Waits for the broker, so that no second report queues up behind one that is stuck. */
    @Scheduled(
            every = "${dateline.enrich.report-every:5s}",
            // Without this the first falls into the start and is skipped: nothing is heard of a new instance for a
            // whole pause.
            delayed = "1s",
            skipExecutionIf = Scheduled.ApplicationNotRunning.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> report() {
        var status = metrics.snapshot(lifecycle.instance(), lifecycle.startedAt(), clock.instant());
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(lifecycle.instance())
                .build();
        return emitter.sendMessage(Message.of(MessageCodec.encode(status), Metadata.of(metadata)))
                .onFailure()
                .invoke(e ->
                        LOG.debugf("this report was not sent: %s", e.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
