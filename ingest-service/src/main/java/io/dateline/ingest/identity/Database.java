package io.dateline.ingest.identity;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions on the ingest schema. What two of them may do to each other is tried again; an outage is reported. */
public final class Database {
    private static final int TRIES = 20;

    private final DataSource source;

    public Database(DataSource source) {
        this.source = source;
    }

    /** Work within one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Roll back and start over: somebody else was faster. */
    static final class Redo extends RuntimeException {
        Redo() {
            super("somebody else was faster", null, false, false);
        }
    }

    /**
     * Runs the work, committed when this returns.
     *
     * @throws StoreUnavailable where the database is away
     */
    public <T> T transaction(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (Redo e) {
                if (attempt >= TRIES) {
                    throw new IllegalStateException("others were faster " + TRIES + " times in a row", e);
                }
            } catch (SQLException e) {
                String state = e.getSQLState() == null ? "" : e.getSQLState();
                boolean collided = state.equals("40001") || state.equals("40P01");
                if (collided && attempt < TRIES) {
                    continue;
                }
                // Classes 22, 23 and 42 are mistakes of ours; everything else may pass.
                if (state.startsWith("22") || state.startsWith("23") || state.startsWith("42")) {
                    throw new IllegalStateException("the database refuses a statement, SQL state " + state, e);
                }
                throw new StoreUnavailable(e);
            }
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
