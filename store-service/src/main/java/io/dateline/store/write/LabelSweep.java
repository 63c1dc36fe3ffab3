package io.dateline.store.write;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.ops.Rounds;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Removes names that nobody has any more, a few at a time. Any number of instances may do so at once. */
@ApplicationScoped
class LabelSweep {
    private static final Logger LOG = Logger.getLogger(LabelSweep.class);
    /** A million names are gone through in a day and a half. */
    private static final int NAMES = 5_000;

    private final UnusedLabels labels;

    LabelSweep(@DataSource("bulk-writer") AgroalDataSource dataSource) {
        this.labels = new UnusedLabels(dataSource);
    }

    void onStart(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofMinutes(10), Duration.ofMinutes(2), this::look);
    }

    void look() {
        try {
            int removed = labels.sweep(NAMES);
            if (removed > 0) {
                LOG.infof("%d names that no article has any more were removed", removed);
            }
        } catch (SQLException e) {
            LOG.warnf("unused names stay until the next look: %s", e.getSQLState());
        }
    }
}
