package io.dateline.ingest.identity;

import java.sql.SQLException;

/** The database cannot be reached, or cannot finish in time; trying again may succeed. */
public final class StoreUnavailable extends RuntimeException {
    public StoreUnavailable(SQLException cause) {
        super("the database cannot be reached", cause);
    }
}
