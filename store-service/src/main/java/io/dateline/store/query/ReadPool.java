package io.dateline.store.query;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** The connections for questions; what goes wrong on them becomes a problem a caller can act on. */
@ApplicationScoped
public class ReadPool {
    private static final Logger LOG = Logger.getLogger(ReadPool.class);
    private static final String QUERY_CANCELED = "57014";

    private final AgroalDataSource dataSource;

    ReadPool(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Something asked of the database. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    /**
     * Asks on a connection of its own.
     *
     * @throws ProblemException {@code query-timeout} or {@code store-unavailable}
     */
    public <T> T ask(Question<T> question) {
        try (Connection connection = dataSource.getConnection()) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw problem(e);
        }
    }

    private static RuntimeException problem(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.equals(QUERY_CANCELED)) {
            return new ProblemException(
                    ProblemCode.QUERY_TIMEOUT, "Narrow it: a time span, a source or a rarer word makes it cheaper.");
        }
        if (state.startsWith("42") || state.startsWith("22")) {
            return new IllegalStateException("the database does not understand a question of ours: " + state, e);
        }
        LOG.warnf("the database could not answer: %s %s", state, e.getClass().getSimpleName());
        return new ProblemException(ProblemCode.STORE_UNAVAILABLE, "Try again in a few seconds.");
    }
}
