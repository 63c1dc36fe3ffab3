package io.dateline.ingest.ops;

import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.ops.Lifecycle;
import io.dateline.contracts.ops.Rounds;
import io.dateline.contracts.ops.StageMetrics;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/** Tells {@code services.status} every five seconds what this instance has done. */
@ApplicationScoped
class StatusReporter {
    private static final Logger LOG = Logger.getLogger(StatusReporter.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final MutinyEmitter<Record<byte[], byte[]>> channel;
    private final StageMetrics metrics;
    private final Lifecycle lifecycle;
    private final InstantSource clock;

    StatusReporter(
            @Channel("services-status") MutinyEmitter<Record<byte[], byte[]>> channel,
            StageMetrics metrics,
            Lifecycle lifecycle,
            InstantSource clock) {
        this.channel = channel;
        this.metrics = metrics;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofSeconds(5), this::report);
    }

    void report() {
        String instance = lifecycle.instance();
        byte[] value = MessageCodec.encode(metrics.snapshot(instance, lifecycle.startedAt(), clock.instant()));
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
