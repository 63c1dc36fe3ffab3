package io.dateline.store.write;

import io.dateline.contracts.message.RecordPosition;
import io.dateline.store.sql.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Puts revisions into the order of changes. */
final class ChangeOrder {
    private ChangeOrder() {}

    /**
     * The first of {@code count} seqs. From here to the end of the transaction no other writer commits, so the seqs
     * become visible in their order and a transaction that rolls back gives its seqs back.
     */
    static long take(Connection connection, int count) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE change_counter SET last = last + ? RETURNING last")) {
            update.setInt(1, count);
            try (ResultSet result = update.executeQuery()) {
                result.next();
                return result.getLong(1) - count + 1;
            }
        }
    }

    /** False where another writer has committed or erased one of the rows since they were looked up. */
    static boolean insert(Connection connection, List<ArticleRow> rows, long first, LocalDate month)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO revisions (id, revision, content_hash, seq, stored_month, trace_id, status, raw_topic,
                    raw_partition, raw_offset, raw_at, enriched_at, enriched_topic, enriched_partition, enriched_offset,
                    enriched_published_at)
                SELECT id, revision, content_hash, ? + place - 1, ?, trace_id, status, raw_topic, raw_partition,
                    raw_offset, raw_at, enriched_at, topic, partition, record_offset, published_at
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
                    AS row (id, revision, content_hash, trace_id, status, raw_topic, raw_partition, raw_offset, raw_at,
                        enriched_at, topic, partition, record_offset, published_at, place)
                WHERE NOT EXISTS (SELECT FROM revisions AS gone WHERE gone.id = row.id AND gone.erased_at IS NOT NULL)
                ON CONFLICT ON CONSTRAINT revisions_once DO NOTHING
                """)) {
            insert.setLong(1, first);
            insert.setObject(2, month);
            Column.bind(
                    insert,
                    3,
                    rows,
                    List.of(
                            Column.text(ArticleRow::id),
                            Column.integer(ArticleRow::revision),
                            Column.text(ArticleRow::contentHash),
                            Column.text(row -> row.way().traceId()),
                            Column.text(row -> ArticleTables.status(row.status())),
                            Column.text(row -> row.way().ofRaw(RecordPosition::topic)),
                            Column.integer(row -> row.way().ofRaw(RecordPosition::partition)),
                            Column.big(row -> row.way().ofRaw(RecordPosition::offset)),
                            Column.time(row -> row.way().ofRaw(RecordPosition::appendedAt)),
                            Column.time(row -> row.way().enrichedAt()),
                            Column.text(row -> row.way().ofEnriched(RecordPosition::topic)),
                            Column.integer(row -> row.way().ofEnriched(RecordPosition::partition)),
                            Column.big(row -> row.way().ofEnriched(RecordPosition::offset)),
                            Column.time(row -> row.way().ofEnriched(RecordPosition::appendedAt))));
            return insert.executeUpdate() == rows.size();
        }
    }
}
