package io.dateline.contracts.ops;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.UUID;

/** Who this instance is, and whether it is going. */
@ApplicationScoped
public class Lifecycle {
    private final String instance;
    private final Instant startedAt = Instant.now();
    private volatile boolean stopping;

    /** @param metrics of the stage that this instance is one of */
    public Lifecycle(StageMetrics metrics) {
        this.instance = metrics.stage() + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** The stage ({@code store}) and a random part, drawn at start. */
    public String instance() {
        return instance;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** True from the first word of a shutdown on. */
    public boolean stopping() {
        return stopping;
    }

    void onDelay(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
    }

    void onShutdown(@Observes ShutdownEvent event) {
        stopping = true;
    }
}
