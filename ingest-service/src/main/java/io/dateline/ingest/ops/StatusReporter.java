package io.dateline.ingest.ops;

import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.ops.StageMetrics;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/** Tells {@code services.status} every five seconds what this instance has done. */
@ApplicationScoped
class StatusReporter {
    private static final Logger LOG = Logger.getLogger(StatusReporter.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final String instance = "ingest-" + UUID.randomUUID().toString().substring(0, 8);
    private final MutinyEmitter<Record<byte[], byte[]>> channel;
    private final StageMetrics metrics;
    private final InstantSource clock;
    private final Instant startedAt;

    StatusReporter(
            @Channel("services-status") MutinyEmitter<Record<byte[], byte[]>> channel,
            StageMetrics metrics,
            InstantSource clock) {
        this.channel = channel;
        this.metrics = metrics;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    @Scheduled(
            every = "5s",
            // Without this the first falls into the start and is skipped: nothing is heard of a new instance for a
            // whole pause.
            delayed = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void report() {
        byte[] value = MessageCodec.encode(metrics.snapshot(instance, startedAt, clock.instant()));
        try {
            channel.send(Record.of(instance.getBytes(StandardCharsets.UTF_8), value))
                    .await()
                    .atMost(TIMEOUT);
        } catch (RuntimeException e) {
            // The next report, in five seconds, says all that this one would have said.
            LOG.debugf("status not told: %s", e.toString());
        }
    }
}
