package io.dateline.ingest.publish;

import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.ops.Rounds;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.StoreUnavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
    private final Embargoes embargoes;
    /** Not a number before it is known for the first time, and while it cannot be asked for. */
    private volatile double stuck = Double.NaN;

    EmbargoRelease(Intake intake, Database database, MeterRegistry registry) {
        this.intake = intake;
        this.embargoes = new Embargoes(database);
        Gauge.builder(MetricNames.EMBARGOES_STUCK, () -> stuck).register(registry);
    }

    void onStart(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofSeconds(2), this::release);
        rounds.every(Duration.ofSeconds(30), this::count);
    }

    void count() {
        try {
            stuck = embargoes.stuck();
        } catch (StoreUnavailable e) {
            stuck = Double.NaN;
            LOG.debugf("embargoes that are stuck cannot be counted: %s", e.getMessage());
        }
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
