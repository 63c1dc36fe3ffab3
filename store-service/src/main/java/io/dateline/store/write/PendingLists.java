package io.dateline.store.write;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.ops.Rounds;
import io.dateline.store.StoreConfig;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Empties the pending lists of the search indexes on a timer. Left alone, a list grows until the insert that crosses
 * its limit pays for all of it, and every question until then reads it through.
 */
@ApplicationScoped
public class PendingLists {
    private static final Logger LOG = Logger.getLogger(PendingLists.class);
    /** Of all months: a correction can move the head in any. An empty list costs nothing to look at. */
    private static final String FLUSH = """
            SELECT gin_clean_pending_list(index.oid) FROM pg_class AS index
            JOIN pg_index ON pg_index.indexrelid = index.oid JOIN pg_am ON pg_am.oid = index.relam
            WHERE pg_am.amname = 'gin' AND index.relkind = 'i' AND index.relnamespace = 'store'::regnamespace
            """;

    private final AgroalDataSource dataSource;
    private final AtomicBoolean written = new AtomicBoolean(true);

    PendingLists(@DataSource("bulk-writer") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    void onCommit(@Observes Committed event) {
        written();
    }

    /** Something was written that is no change, as the tags of a switch. */
    public void written() {
        written.set(true);
    }

    void onStart(@Observes StartupEvent event, Rounds rounds, StoreConfig config) {
        rounds.every(config.write().flushEvery(), this::flush);
    }

    void flush() {
        if (!written.getAndSet(false)) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(FLUSH);
        } catch (SQLException e) {
            written.set(true);
            LOG.debugf("the pending lists were not flushed this time: %s", e.getSQLState());
        }
    }
}
