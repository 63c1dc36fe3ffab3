package io.dateline.store.write;

import io.agroal.api.AgroalDataSource;
import io.dateline.store.StoreConfig;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Drops the months that are older than what is kept. Any number of instances may do so at once. */
@ApplicationScoped
class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);

    private final Optional<KeptMonths> kept;
    private final MonthDrop tables;
    private final Event<MonthDropped> dropped;

    Retention(StoreConfig config, @DataSource("bulk-writer") AgroalDataSource dataSource, Event<MonthDropped> dropped) {
        this.kept = config.retention().months().isEmpty()
                ? Optional.empty()
                : Optional.of(new KeptMonths(config.retention().months().getAsInt()));
        this.tables = new MonthDrop(dataSource);
        this.dropped = dropped;
    }

    @Scheduled(
            every = "${dateline.store.retention.look-every:1h}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        kept.ifPresent(this::drop);
    }

    private void drop(KeptMonths months) {
        try {
            for (YearMonth month : months.over(tables.present(), tables.now())) {
                if (tables.drop(month)) {
                    LOG.infof("the articles stored in %s are dropped: older than what is kept", month);
                    dropped.fire(new MonthDropped(month));
                }
            }
        } catch (SQLException e) {
            // Readers were at the tables, or the database is away; a month more or less is no matter of an hour.
            LOG.warnf("a month could not be dropped and stays until the next look: %s", e.getSQLState());
        }
    }
}
