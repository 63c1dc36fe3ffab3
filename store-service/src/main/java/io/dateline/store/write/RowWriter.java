package io.dateline.store.write;

import java.sql.SQLException;
import java.util.List;

/** Writes a batch of rows in one transaction. */
interface RowWriter<R> {
    /**
     * One outcome for each row, in order; all are committed when it returns, none when it throws.
     *
     * @throws SQLException see {@link SqlStates#refuses} for what it says about the rows
     */
    List<RowOutcome> write(List<R> rows) throws SQLException;
}
