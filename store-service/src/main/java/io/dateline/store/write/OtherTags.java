package io.dateline.store.write;

import io.dateline.store.sql.Column;
import io.dateline.store.sql.PackedJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps the tags that a reprocessing found of stored revisions, beside those that are shown. */
final class OtherTags {
    /**
     * The same version found again is marked as found, unless it is shown since a switch: whose it is switches it back. Of what was erased, or dropped with its month, nothing is kept.
     */
    private static final String KEEP = """
            INSERT INTO enrichments (stored_month, id, revision, version, packed, fingerprint, reprocessing)
            SELECT a.stored_month, row.id, row.revision, row.version, row.packed, row.fingerprint, row.reprocessing
            FROM unnest(?, ?, ?, ?, ?, ?) AS row (id, revision, version, packed, fingerprint, reprocessing)
            JOIN revisions AS r USING (id, revision)
            JOIN articles AS a ON a.id = r.id AND a.revision = r.revision AND a.stored_month = r.stored_month
            WHERE r.erased_at IS NULL AND NOT EXISTS (SELECT FROM enrichments AS switched
                WHERE switched.id = a.id AND switched.revision = a.revision AND switched.stored_month = a.stored_month
                    AND switched.version = row.version AND switched.version = a.enrichment_version
                    AND switched.replaced IS NOT NULL)
            ON CONFLICT ON CONSTRAINT enrichments_key DO UPDATE SET reprocessing = excluded.reprocessing
            """;

    private OtherTags() {}

    /** Within a transaction. The last of several messages of one revision and version counts. */
    static void keep(Connection connection, List<ArticleRow> rows) throws SQLException {
        for (ArticleRow row : rows) {
            if (PackedJson.holdsNul(PackedJson.unpack(row.packedTags()))) {
                // The switch writes them as text, and would stop there for good.
                throw new SQLException("tags hold NUL, which no text may", SqlStates.UNTRANSLATABLE_CHARACTER);
            }
        }
        // An erasure holds the same lock: it sees these rows, or they see its tombstone.
        ChangeOrder.take(connection, 0);
        List<ArticleRow> distinct = rows.stream()
                .collect(Collectors.toMap(
                        row -> row.id() + "/" + row.revision() + "/" + row.enrichmentVersion(),
                        row -> row,
                        (earlier, later) -> later))
                .values()
                .stream()
                .sorted(Comparator.comparing(ArticleRow::id).thenComparing(ArticleRow::revision))
                .toList();
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            Column.bind(
                    insert,
                    1,
                    distinct,
                    List.of(
                            Column.text(ArticleRow::id),
                            Column.integer(ArticleRow::revision),
                            Column.text(ArticleRow::enrichmentVersion),
                            Column.bytes(ArticleRow::packedTags),
                            Column.text(ArticleRow::fingerprint),
                            Column.big(row -> row.way().reprocessing())));
            insert.executeUpdate();
        }
    }
}
