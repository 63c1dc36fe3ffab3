package io.dateline.store.write;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.ops.Rounds;
import io.dateline.store.StoreConfig;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Drops the months that are older than what is kept. Any number of instances may do so at once. */
@ApplicationScoped
class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);

    private static final int TRIES = 20;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(700);

    private final Optional<KeptMonths> kept;
    private final MonthDrop tables;
    private final Consumer<YearMonth> dropped;

    @Inject
    Retention(StoreConfig config, @DataSource("bulk-writer") AgroalDataSource dataSource, Event<MonthDropped> dropped) {
        this(
                config.retention().months().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new KeptMonths(config.retention().months().getAsInt())),
                new MonthDrop(dataSource),
                month -> dropped.fire(new MonthDropped(month)));
    }

    /** @param dropped told of each month that is gone */
    Retention(Optional<KeptMonths> kept, MonthDrop tables, Consumer<YearMonth> dropped) {
        this.kept = kept;
        this.tables = tables;
        this.dropped = dropped;
    }

    void onStart(@Observes StartupEvent event, Rounds rounds, StoreConfig config) {
        rounds.every(config.retention().lookEvery(), Duration.ofSeconds(30), this::look);
    }

    void look() {
        kept.ifPresent(this::drop);
    }

    private void drop(KeptMonths months) {
        try {
            for (YearMonth month : months.over(tables.present(), tables.now())) {
                if (dropped(month)) {
                    LOG.infof("the articles stored in %s are dropped: older than what is kept", month);
                    dropped.accept(month);
                }
            }
        } catch (SQLException e) {
            // Readers were at the tables, or the database is away; a month more or less is no matter of an hour.
            LOG.warnf("a month could not be dropped and stays until the next look: %s", e.getSQLState());
        }
    }

    /** Whoever reads or writes does not wait for us long: we come again when the tables may be free. */
    private boolean dropped(YearMonth month) throws SQLException {
        for (int tried = 1; ; tried++) {
            try {
                return tables.drop(month);
            } catch (SQLException e) {
                if (tried == TRIES || !SqlStates.LOCKED.equals(e.getSQLState())) {
                    throw e;
                }
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }
}
