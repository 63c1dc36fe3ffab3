package io.dateline.ingest.identity;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** Transactions on the ingest schema. What two of them may do to each other is tried again; an outage is reported. */
public final class Database {
    private static final int TRIES = 20;
    /** Bytes; PostgreSQL refuses an index row of more than 2,704, and a key may have a second column. */
    private static final int INDEXED = 2_600;

    /** Mistakes of ours: data, constraints, statements, and what is too much for the server. Everything else may pass. */
    private static final Set<String> OURS = Set.of("22", "23", "42", "54");

    private final DataSource source;

    public Database(DataSource source) {
        this.source = source;
    }

    /** Whether a text may stand in a column with an index. What is longer must be refused, or kept as a hash. */
    public static boolean indexable(String text) {
        return text.length() <= INDEXED && text.getBytes(StandardCharsets.UTF_8).length <= INDEXED;
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
     * Runs the work, committed when this returns and rolled back when it throws, whatever it throws.
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
                if (!state.isEmpty() && OURS.contains(state.substring(0, 2))) {
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
            } catch (Throwable e) {
                // Of an Error too: what comes next would commit the half that is written.
                rollBack(connection, e);
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
