package io.dateline.store.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dateline.contracts.enriched.Quote;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.store.query.ArticlePage.FacetValue;
import io.dateline.store.query.EntityProfile.Office;
import io.dateline.store.query.EntityProfile.Said;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What is counted over the newest articles of an entity, and what it said last. */
record EntityRows(List<Bucket> timeline, List<Office> roles, List<FacetValue> company, List<Said> quotes) {
    static final int COUNTED = 10_000;
    /** Takes the entity's id. One more than is counted, so that it is seen whether there are more. */
    static final String NEWEST = newest(COUNTED + 1);
    /** Each is looked up by itself: of ten thousand that takes longer than a question may. */
    private static final int WITH_COMPANY = 1_000;

    private static final int VALUES = 20;
    private static final String ROLES = NEWEST + """
            , held AS (SELECT role ->> 'text' AS text, role ->> 'affiliation' AS affiliation, count(DISTINCT id) AS n,
                    min(sort_at) AS first_at, max(sort_at) AS last_at
                FROM newest, jsonb_array_elements(roles) AS role GROUP BY 1, 2)
            SELECT text, affiliation, label, n, first_at, last_at FROM held LEFT JOIN labels ON tag = 'entity:' || affiliation
            ORDER BY n DESC, text, affiliation LIMIT ?
            """;
    private static final String COMPANY = newest(WITH_COMPANY) + """
            , named AS (SELECT e.entity, max(e.name) AS name, count(*) AS n FROM newest JOIN article_entities AS e
                    ON e.id = newest.id AND e.revision = newest.revision AND e.stored_month = newest.stored_month
                WHERE e.entity <> newest.entity GROUP BY e.entity ORDER BY n DESC, e.entity LIMIT ?)
            SELECT entity, coalesce(label, name) AS label, n FROM named LEFT JOIN labels ON tag = 'entity:' || entity
            ORDER BY n DESC, entity
            """;
    private static final String QUOTES = """
            SELECT q.id, q.document, q.sort_at, a.title FROM (SELECT * FROM quotes WHERE speaker = ? AND current
                ORDER BY sort_at DESC, id DESC, ordinal DESC LIMIT ?) AS q
            JOIN articles AS a USING (id, revision, stored_month)
            ORDER BY q.sort_at DESC, q.id DESC, q.ordinal DESC
            """;

    private static String newest(int limit) {
        return "WITH newest AS MATERIALIZED (SELECT e.* FROM article_entities AS e WHERE e.entity = ?"
                + " AND e.current ORDER BY e.sort_at DESC, e.id DESC LIMIT " + limit + ")";
    }

    static EntityRows read(Connection connection, String id, Interval interval, int quotes) throws SQLException {
        Conditions timeline = new Conditions()
                .add(
                        NEWEST
                                + " SELECT date_trunc(?, sort_at, 'UTC') AS bucket, count(*) AS n FROM newest GROUP BY 1 ORDER BY 1",
                        id,
                        interval.parameter());
        return new EntityRows(
                Bucket.read(connection, timeline),
                rows(
                        connection,
                        new Conditions().add(ROLES, id, VALUES),
                        row -> new Office(
                                row.getString("text"),
                                row.getString("affiliation"),
                                row.getString("label"),
                                row.getLong("n"),
                                ItemRows.instant(row, "first_at"),
                                ItemRows.instant(row, "last_at"))),
                rows(
                        connection,
                        new Conditions().add(COMPANY, id, VALUES),
                        row -> new FacetValue(row.getString("entity"), row.getString("label"), row.getLong("n"))),
                rows(
                        connection,
                        new Conditions().add(QUOTES, id, quotes),
                        row -> new Said(
                                row.getString("id"),
                                row.getString("title"),
                                ItemRows.instant(row, "sort_at"),
                                quote(row.getString("document")))));
    }

    private interface Read<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> rows(Connection connection, Conditions sql, Read<T> read) throws SQLException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                all.add(read.read(rows));
            }
        }
        return all;
    }

    private static Quote quote(String json) {
        try {
            return MessageCodec.json().readValue(json, Quote.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a quote that the store wrote cannot be read", e);
        }
    }
}
