package io.dateline.store.write;

import io.dateline.store.sql.Sql;
import io.dateline.store.write.ArticleRow.Label;
import io.dateline.store.write.ArticleRow.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;

/**
 * Writes a batch in one transaction. The bulky rows go in first, side by side with other writers; then the row of
 * {@code change_counter} is locked, which puts committers in a queue, and what must see every earlier commit is done
 * under that lock: the seqs, the constraint, the heads. A reply lost after COMMIT does no harm: written again, the rows
 * are duplicates. Thread-safe.
 */
final class BatchWriter implements RowWriter<ArticleRow> {
    private static final Comparator<ArticleRow> KEY_ORDER =
            Comparator.comparing(ArticleRow::id).thenComparing(ArticleRow::revision);

    /** Each but the last met another writer with the same rows; so often in a row, something else is wrong. */
    private static final int ROUNDS = 10;

    private final DataSource dataSource;
    private final Partitions partitions;
    private final KnownTags knownTags;

    BatchWriter(DataSource dataSource, Partitions partitions, KnownTags knownTags) {
        this.dataSource = dataSource;
        this.partitions = partitions;
        this.knownTags = knownTags;
    }

    /**
     * One outcome for each row, in order; all are committed when it returns, none when it throws.
     *
     * @throws SQLException see {@link SqlStates#refuses} for what it says about the rows
     */
    @Override
    public List<RowOutcome> write(List<ArticleRow> rows) throws SQLException {
        return Sql.transaction(dataSource, connection -> {
            LocalDate month = partitions.currentMonth(connection);
            for (int round = 0; round < ROUNDS; round++) {
                List<RowOutcome> outcomes = tryWrite(connection, rows, month);
                if (outcomes != null) {
                    return outcomes;
                }
            }
            throw new SQLException("rows are seen and not found in turns", SqlStates.COLLIDED);
        });
    }

    /** Null where another writer stored one of the rows at the same moment: rolled back, the next try will see it. */
    private List<RowOutcome> tryWrite(Connection connection, List<ArticleRow> rows, LocalDate month)
            throws SQLException {
        KnownRevisions known = KnownRevisions.read(connection, rows);
        RowOutcome[] outcomes = new RowOutcome[rows.size()];
        List<Integer> fresh = new ArrayList<>();
        List<ArticleRow> tagged = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = known.check(rows.get(i));
            if (outcomes[i] == null) {
                fresh.add(i);
            } else if (outcomes[i] instanceof RowOutcome.Duplicate
                    && rows.get(i).way().reprocessing() != null) {
                outcomes[i] = new RowOutcome.Reprocessed();
                tagged.add(rows.get(i));
            }
        }
        if (!fresh.isEmpty()) {
            List<ArticleRow> inOrder = fresh.stream().map(rows::get).toList();
            // In one order everywhere: writers that meet in the same rows wait for each other, never in a circle.
            List<ArticleRow> byKey = inOrder.stream().sorted(KEY_ORDER).toList();
            if (!ArticleTables.insert(connection, byKey, month, known)) {
                connection.rollback();
                return null;
            }
            TagTables.insert(connection, byKey, month, known);
            List<Label> newLabels = knownTags.labels().insertNew(connection, ArticleRow.shown(byKey));
            List<Place> newPlaces = knownTags.places().insertNew(connection, byKey);
            long first = ChangeOrder.take(connection, fresh.size());
            if (!ChangeOrder.insert(connection, inOrder, first, month)) {
                connection.rollback();
                return null;
            }
            Heads.settle(connection, byKey);
            keepTags(connection, tagged);
            connection.commit();
            knownTags.labels().committed(newLabels);
            knownTags.places().committed(newPlaces);
            for (int n = 0; n < fresh.size(); n++) {
                outcomes[fresh.get(n)] = new RowOutcome.Stored(first + n);
            }
        } else {
            keepTags(connection, tagged);
            connection.commit();
        }
        return Arrays.asList(outcomes);
    }

    /** Under the counter's lock and after all else, in which writers wait for each other in another order. */
    private static void keepTags(Connection connection, List<ArticleRow> tagged) throws SQLException {
        if (!tagged.isEmpty()) {
            OtherTags.keep(connection, tagged);
        }
    }
}
