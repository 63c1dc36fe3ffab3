package io.dateline.store.reprocess;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.query.StoredTags;
import io.dateline.store.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Reads the tags that a reprocessing found together with those they may replace. */
final class OtherTagsReading {
    /** The tags it found, those shown now, and those that these replaced. */
    private static final String PAIRS = """
            SELECT found.id, found.revision, found.version, found.replaced, a.raw,
                a.enrichment_version AS shown, before.version AS before_version, %s, %s
            FROM enrichments AS found
            JOIN articles AS a ON a.id = found.id AND a.revision = found.revision AND a.stored_month = found.stored_month
            LEFT JOIN enrichments AS before ON before.id = found.id AND before.revision = found.revision
                AND before.stored_month = found.stored_month AND before.version =
                    CASE WHEN a.enrichment_version = found.version THEN found.replaced ELSE a.enrichment_version END
            WHERE found.reprocessing = ? AND found.version = ? AND (found.id, found.revision) > (?, ?)
                AND a.status = 'usable'
            ORDER BY found.id, found.revision LIMIT ?
            """.formatted(StoredTags.columns("found"), StoredTags.columns("before"));

    private OtherTagsReading() {}

    /**
     * @param found  the article with the tags that were found
     * @param shown  whether these are the ones shown
     * @param before with the tags shown before them or now; null where they are the first it ever had
     */
    record Pair(String id, int revision, EnrichedArticle found, boolean shown, EnrichedArticle before) {}

    /** In the order of id and revision, those after the given one. */
    static List<Pair> page(Connection connection, long id, String version, String afterId, int afterRevision, int limit)
            throws SQLException {
        return Sql.rows(
                connection,
                PAIRS,
                row -> {
                    String raw = row.getString("raw");
                    StoredTags before = StoredTags.of(row, "before");
                    return new Pair(
                            row.getString("id"),
                            row.getInt("revision"),
                            StoredTags.of(row, "found").with(raw),
                            row.getString("shown").equals(row.getString("version")),
                            before == null ? null : before.with(raw));
                },
                id,
                version,
                afterId,
                afterRevision,
                limit);
    }
}
