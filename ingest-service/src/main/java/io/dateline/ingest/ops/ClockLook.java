package io.dateline.ingest.ops;

import io.dateline.contracts.ops.DatabaseTime;
import io.dateline.contracts.ops.Rounds;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Looks at PostgreSQL's clock about once a second. */
@ApplicationScoped
class ClockLook {
    private static final Logger LOG = Logger.getLogger(ClockLook.class);
    /** Before whatever takes anything in. */
    private static final int FIRST = 1;

    private final DatabaseTime time;
    private final DataSource source;

    ClockLook(DatabaseTime time, DataSource source) {
        this.time = time;
        this.source = source;
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent event, Rounds rounds) {
        look();
        rounds.every(Duration.ofSeconds(1), this::look);
    }

    void look() {
        try (Connection connection = source.getConnection()) {
            time.look(connection);
        } catch (SQLException e) {
            // It goes on by the look before; that the database is away, others say.
            LOG.debugf("PostgreSQL's clock cannot be looked at: %s", e.getMessage());
        }
    }
}
