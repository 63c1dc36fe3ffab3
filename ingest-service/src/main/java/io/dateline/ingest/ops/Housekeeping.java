package io.dateline.ingest.ops;

import io.dateline.contracts.ops.Rounds;
import io.dateline.ingest.IngestConfig;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.Forgetting;
import io.dateline.ingest.identity.StoreUnavailable;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Forgets, hour by hour, the identities that have not been seen for long. */
@ApplicationScoped
class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final int STEP = 1_000;

    private final Forgetting forgetting;

    Housekeeping(Database database, IngestConfig config) {
        this.forgetting = new Forgetting(database, config.identity().remember());
    }

    void onStart(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofHours(1), Duration.ofMinutes(5), this::forget);
    }

    void forget() {
        try {
            int forgotten = 0;
            int step;
            do {
                step = forgetting.forget(STEP);
                forgotten += step;
            } while (step == STEP);
            if (forgotten > 0) {
                LOG.infof("forgot the names of %d articles", forgotten);
            }
        } catch (StoreUnavailable e) {
            LOG.warnf("nothing was forgotten: %s", e.getMessage());
        }
    }
}
