package io.dateline.ingest.publish;

import io.dateline.contracts.ops.Rounds;
import io.dateline.ingest.identity.StoreUnavailable;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Publishes what was withheld once its embargo is over. */
@ApplicationScoped
class EmbargoRelease {
    private static final Logger LOG = Logger.getLogger(EmbargoRelease.class);
    private static final int BATCH = 100;

    private final Intake intake;

    EmbargoRelease(Intake intake) {
        this.intake = intake;
    }

    void onStart(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofSeconds(2), this::release);
    }

    void release() {
        try {
            int released = intake.release(BATCH);
            if (released > 0) {
                LOG.infof("%d articles released at the end of their embargo", released);
            }
        } catch (StoreUnavailable | BrokerUnavailable e) {
            LOG.warnf("embargoed articles wait: %s", e.getMessage());
        }
    }
}
