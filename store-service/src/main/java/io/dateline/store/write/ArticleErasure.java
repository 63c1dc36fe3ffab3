package io.dateline.store.write;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Erases articles on request. */
@ApplicationScoped
public class ArticleErasure {
    private static final Logger LOG = Logger.getLogger(ArticleErasure.class);

    private static final int PATIENCE_S = 5;

    private final Erasure erasure;
    /** Each waits for writers: together they would take every connection these need. */
    private final Semaphore alone = new Semaphore(1);

    private final Event<Committed> committed;

    ArticleErasure(@DataSource("live-writer") AgroalDataSource writer, Event<Committed> committed) {
        this.erasure = new Erasure(writer);
        this.committed = committed;
    }

    /**
     * Erases all revisions of an article for good; doing so again changes nothing. Blocks on the database.
     *
     * @return false where the store never had one of this id
     * @throws ProblemException {@code store-unavailable}, and then nothing was changed
     */
    public boolean erase(String id) {
        if (id.indexOf('\0') >= 0) {
            return false;
        }
        if (!begin()) {
            throw unavailable();
        }
        try {
            Erasure.Outcome outcome = erasure.erase(id);
            if (outcome instanceof Erasure.Outcome.Erased erased) {
                LOG.infof("article %s erased on request", id);
                committed.fire(new Committed(erased.seq()));
            }
            return !(outcome instanceof Erasure.Outcome.Unknown);
        } catch (SQLException e) {
            LOG.warnf(
                    "an article could not be erased: %s %s",
                    e.getSQLState(), e.getClass().getSimpleName());
            throw unavailable();
        } finally {
            alone.release();
        }
    }

    private boolean begin() {
        try {
            return alone.tryAcquire(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ProblemException unavailable() {
        return new ProblemException(ProblemCode.STORE_UNAVAILABLE, "Nothing was changed. Try again in a few seconds.");
    }
}
