package io.dateline.store.write;

import io.dateline.contracts.ops.RetryInPlace;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/** Reads from an SQLSTATE whether the data is at fault. */
final class SqlStates {
    /** A lock was not to be had in the time allowed. */
    static final String LOCKED = "55P03";

    /** Others wrote the same at the same moment, time and again. */
    static final String COLLIDED = "40001";

    /** What PostgreSQL says of NUL. */
    static final String UNTRANSLATABLE_CHARACTER = "22P05";

    private static final String UNIQUE_VIOLATION = "23505";

    private SqlStates() {}

    /**
     * Tries again what is no fault of the rows. An unchecked exception is our own code's answer to the rows and no other try
     * goes better, except while pools are being closed under it.
     *
     * @param dependency in the words of readiness
     */
    static RetryInPlace retry(String dependency, BooleanSupplier stopping) {
        return new RetryInPlace(
                dependency, e -> e instanceof RuntimeException ? stopping.getAsBoolean() : !refuses(e), stopping);
    }

    /**
     * Whether the same rows would be refused again: a data exception (22), a violated constraint (23) or a limit of the
     * program such as the size of an index entry (54). Everything else (connection, resources, locks, shutdown) passes.
     */
    static boolean refuses(Exception e) {
        if (!(e instanceof SQLException sql) || sql.getSQLState() == null) {
            return false;
        }
        String state = sql.getSQLState();
        // A row that another instance stored at the same moment is found to be a duplicate on the next try.
        return !state.equals(UNIQUE_VIOLATION)
                && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }
}
