package io.dateline.store.saved;

import io.dateline.contracts.http.ProblemException;
import java.sql.SQLException;

/** Tells a change that cannot be read from a database that cannot be asked. */
final class Unreadable {
    private Unreadable() {}

    /** Whether the change is at fault. Tables that are not there, or not as we know them, are nobody's change. */
    static boolean says(RuntimeException failed) {
        boolean tables = failed.getCause() instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith("42");
        return !(failed instanceof ProblemException) && !tables;
    }
}
