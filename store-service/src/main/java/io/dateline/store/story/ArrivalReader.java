package io.dateline.store.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.store.query.ArticleItem.ItemTag;
import io.dateline.store.query.Highlights;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads changes of one lane by seq. */
final class ArrivalReader {
    static final String USABLE = "usable";

    /**
     * An article that was days old when it was stored is late; what hides one is news. CASE keeps what the other lane's
     * articles hold from being unpacked.
     */
    private static final String CHANGES = """
            SELECT page.seq, page.id, page.revision, page.wanted, page.superseded,
                CASE WHEN page.visible THEN 'usable' WHEN page.status = 'usable' THEN 'erased' ELSE page.status END
                    AS status,
                page.sort_at, page.source_id, page.language, page.title, page.highlights,
                CASE WHEN page.wanted AND page.visible THEN left(page.raw ->> 'body', ?) END AS lead,
                CASE WHEN page.wanted AND page.visible THEN length(page.raw ->> 'body') END AS length,
                CASE WHEN page.wanted AND page.visible THEN (SELECT coalesce(e.fingerprint, e.document ->> 'fingerprint')
                    FROM enrichments AS e WHERE e.id = page.id AND e.revision = page.revision AND e.version = page.enrichment_version
                        AND e.stored_month = page.stored_month) END AS fingerprint
            FROM (SELECT r.seq, r.id, r.revision, r.status, r.stored_month, a.sort_at, a.source_id, a.language, a.title,
                    a.raw, a.highlights, a.enrichment_version,
                    r.status = 'usable' AND a.id IS NOT NULL AS visible,
                    (r.status = 'usable' AND coalesce(a.sort_at < r.stored_at - ? * interval '1 day', false)) = ?
                        AS wanted,
                    EXISTS (SELECT FROM revisions AS n
                        WHERE n.id = r.id AND n.revision > r.revision AND n.seq <= greatest(r.seq, ?)) AS superseded
                FROM (SELECT * FROM revisions WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?) AS r
                LEFT JOIN articles AS a
                    ON a.id = r.id AND a.revision = r.revision AND a.stored_month = r.stored_month) AS page
            ORDER BY page.seq
            """;

    private ArrivalReader() {}

    /**
     * @param last     seq of the last change looked at, from which to go on
     * @param looked   how many were looked at
     * @param arrivals those of the lane; never null
     */
    record Page(long last, int looked, List<Arrival> arrivals) {}

    /** News after {@code after}. */
    static Page live(Connection connection, long after, int limit) throws SQLException {
        return read(connection, false, 0, after, Long.MAX_VALUE, limit);
    }

    /** Late articles after {@code after}; only as far as news is done, and without what news has overtaken. */
    static Page late(Connection connection, long after, long live, int limit) throws SQLException {
        return read(connection, true, live, after, live, limit);
    }

    private static Page read(Connection connection, boolean late, long overtaken, long after, long upTo, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CHANGES)) {
            select.setInt(1, Wording.LEAD);
            select.setInt(2, Window.DAYS);
            select.setBoolean(3, late);
            select.setLong(4, overtaken);
            select.setLong(5, after);
            select.setLong(6, upTo);
            select.setInt(7, limit);
            List<Arrival> arrivals = new ArrayList<>();
            long last = after;
            int looked = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    last = row.getLong("seq");
                    looked++;
                    if (row.getBoolean("wanted")) {
                        arrivals.add(arrival(row));
                    }
                }
            }
            return new Page(last, looked, arrivals);
        }
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        String status = row.getString("status");
        boolean superseded = row.getBoolean("superseded");
        return new Arrival(
                row.getLong("seq"),
                row.getString("id"),
                row.getInt("revision"),
                superseded,
                status,
                superseded || !status.equals(USABLE) ? null : report(row));
    }

    private static Report report(ResultSet row) throws SQLException {
        String language = row.getString("language");
        return new Report(
                row.getLong("seq"),
                row.getString("id"),
                row.getInt("revision"),
                row.getObject("sort_at", OffsetDateTime.class).toInstant(),
                row.getString("source_id"),
                language,
                Wording.of(
                        row.getString("title"),
                        row.getString("lead"),
                        row.getInt("length"),
                        language,
                        entities(row.getString("highlights")),
                        row.getString("fingerprint")));
    }

    private static List<ItemTag> entities(String highlights) {
        try {
            List<ItemTag> entities =
                    MessageCodec.json().readValue(highlights, Highlights.class).entities();
            return entities == null ? List.of() : entities;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("highlights that the store wrote cannot be read", e);
        }
    }
}
