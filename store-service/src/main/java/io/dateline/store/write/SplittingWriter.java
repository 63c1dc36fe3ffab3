package io.dateline.store.write;

import io.dateline.contracts.ops.RetryInPlace;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a batch whatever is in it: a row that the database refuses, or that our own code fails on, is found by halving and
 * reported, all others are stored. What is no fault of the rows is tried again in place.
 */
final class SplittingWriter<R> {
    private final RowWriter<R> writer;
    private final RetryInPlace retry;

    /** @param retry must be one of {@link SqlStates#retry} */
    SplittingWriter(RowWriter<R> writer, RetryInPlace retry) {
        this.writer = writer;
        this.retry = retry;
    }

    /** One outcome for each row, in order; everything that can be stored is committed when it returns. */
    List<RowOutcome> write(List<R> rows) throws Exception {
        if (rows.isEmpty()) {
            return List.of();
        }
        try {
            return retry.call(() -> writer.write(rows));
        } catch (RetryInPlace.Stopped stopped) {
            throw stopped;
        } catch (SQLException refused) {
            if (rows.size() == 1) {
                return List.of(new RowOutcome.Unstorable("SQLSTATE " + refused.getSQLState()));
            }
        } catch (RuntimeException fault) {
            if (rows.size() == 1) {
                return List.of(new RowOutcome.Unstorable(Fault.of(fault)));
            }
        }
        int half = rows.size() / 2;
        List<RowOutcome> outcomes = new ArrayList<>(write(rows.subList(0, half)));
        outcomes.addAll(write(rows.subList(half, rows.size())));
        return outcomes;
    }
}
