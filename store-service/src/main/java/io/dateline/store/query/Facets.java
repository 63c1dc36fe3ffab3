package io.dateline.store.query;

import io.dateline.store.query.ArticlePage.Counted;
import io.dateline.store.query.ArticlePage.FacetValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what the newest matches are about. Where there are more of them than are counted, a sample tells it: each value's
 * count is then that of every fourth article, times four, which costs half as much.
 */
final class Facets {
    static final int COUNTED = 10_000;
    private static final int EVERY = 4;
    private static final int VALUES = 20;
    private static final List<String> KINDS = List.of(
            "entity",
            "topic",
            "place",
            "source",
            "lang",
            "event",
            "author",
            "category",
            "agency",
            "slugline",
            "urgency",
            "domain");

    private Facets() {}

    /** The page with facets, and over how many matches they were counted. */
    static ArticlePage count(ArticlePage page, Connection connection, Filter filter) throws SQLException {
        Conditions sql = new Conditions()
                .add(
                        "WITH matches AS MATERIALIZED (SELECT a.tags, row_number() OVER (ORDER BY a.sort_at DESC, a.id DESC)"
                                + " AS nth FROM (SELECT a.tags, a.sort_at, a.id FROM articles AS a WHERE ")
                .add(Conditions.listable(filter))
                .add(" ORDER BY a.sort_at DESC, a.id DESC LIMIT " + (COUNTED + 1) + ") AS a), ")
                .add("""
                        size AS MATERIALIZED (SELECT count(*) AS matches,
                            CASE WHEN count(*) > ? THEN ? ELSE 1 END AS step FROM matches),
                        every AS MATERIALIZED (SELECT tag, count(*) * min(step) AS n FROM size, matches,
                            unnest(tags) AS tag WHERE nth % step = 0 GROUP BY tag),
                        counted AS (SELECT * FROM every
                            WHERE split_part(tag, ':', 1) = ANY (?) AND tag !~ '^event:([0-9]|.*/)'),
                        ranked AS (SELECT tag, n, split_part(tag, ':', 1) AS kind, row_number() OVER
                            (PARTITION BY split_part(tag, ':', 1) ORDER BY n DESC, tag) AS place FROM counted)
                        SELECT ranked.kind, substr(tag, strpos(tag, ':') + 1) AS value, label, n,
                            (SELECT matches FROM size)
                        FROM ranked LEFT JOIN labels USING (tag) WHERE place <= ? ORDER BY ranked.kind, place
                        """, COUNTED, EVERY, Conditions.texts(KINDS), VALUES);
        Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
        KINDS.forEach(kind -> facets.put(kind, new ArrayList<>()));
        int found = 0;
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found = rows.getInt("matches");
                String value = rows.getString("value");
                String label = rows.getString("label");
                add(
                        facets.get(rows.getString("kind")),
                        new FacetValue(value, label == null ? value : label, rows.getLong("n")));
            }
        }
        return new ArticlePage(page.items(), page.next(), facets, Counted.of(found, COUNTED), page.highlights());
    }

    /** A country is a place under its code and under its GeoNames id; one row is enough, and the code comes first. */
    private static void add(List<FacetValue> values, FacetValue value) {
        boolean twin = value.value().startsWith("geonames:")
                && values.stream()
                        .anyMatch(other -> other.label().equals(value.label()) && other.count() == value.count());
        if (!twin) {
            values.add(value);
        }
    }
}
