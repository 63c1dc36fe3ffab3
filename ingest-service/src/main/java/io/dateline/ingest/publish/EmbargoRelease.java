package io.dateline.ingest.publish;

import io.dateline.ingest.identity.StoreUnavailable;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
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

    @Scheduled(
            every = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
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
