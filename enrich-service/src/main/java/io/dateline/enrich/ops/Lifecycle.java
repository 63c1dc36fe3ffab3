package io.dateline.enrich.ops;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.UUID;

/** Who this instance is, and whether it is going. */
@ApplicationScoped
public class Lifecycle {
    private final String instance = "enrich-" + UUID.randomUUID().toString().substring(0, 8);
    private final Instant startedAt = Instant.now();
    private volatile boolean stopping;

    /** {@code enrich-} and a random part, drawn at start. */
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
