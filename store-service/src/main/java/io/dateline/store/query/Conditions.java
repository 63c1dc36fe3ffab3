package io.dateline.store.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** SQL with its parameters, grown piece by piece. Every value is bound, none is written into the text. */
final class Conditions {
    /** An article is stored after its {@code sort_at}, apart from what clocks differ by. */
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** What lists may show, of the table {@code articles AS a}. */
    static Conditions listable(Filter filter) {
        Conditions conditions = new Conditions();
        // The very words of the partial indexes, or the planner does not see that they fit.
        conditions.add("a.is_head AND a.status = 'usable'");
        for (List<String> group : filter.tagGroups()) {
            conditions.add(" AND a.tags && ?", new TextArray(group));
        }
        if (filter.from() != null) {
            conditions.add(" AND a.sort_at >= ?", filter.from());
            conditions.add(
                    " AND a.stored_month >= date_trunc('month', ?::timestamptz AT TIME ZONE 'UTC')::date",
                    filter.from().minus(CLOCKS_DIFFER));
        }
        if (filter.to() != null) {
            conditions.add(" AND a.sort_at < ?", filter.to());
        }
        if (filter.text() != null) {
            conditions.add(" AND ").text(filter);
        }
        return conditions;
    }

    /** English words are stored stemmed, all others as they stand: each kind is asked in its own way. */
    private Conditions text(Filter filter) {
        String words = filter.text().toLowerCase(Locale.ROOT);
        String english = "a.language = 'en' AND a.tsv @@ websearch_to_tsquery('english', ?)";
        String others = "a.language <> 'en' AND a.tsv @@ websearch_to_tsquery('simple', ?)";
        if (filter.languages().equals(List.of("en"))) {
            return add(english, words);
        }
        if (!filter.languages().isEmpty() && !filter.languages().contains("en")) {
            return add(others, words);
        }
        return add("((" + english + ") OR (" + others + "))", words, words);
    }

    /** An array to bind. */
    static Object texts(List<String> values) {
        return new TextArray(values);
    }

    Conditions add(String piece, Object... bound) {
        sql.append(piece);
        values.addAll(List.of(bound));
        return this;
    }

    Conditions add(Conditions other) {
        sql.append(other.sql);
        values.addAll(other.values);
        return this;
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.toString());
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof TextArray array) {
                statement.setArray(
                        i + 1, connection.createArrayOf("text", array.values().toArray()));
            } else if (value instanceof Instant instant) {
                statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else {
                statement.setObject(i + 1, value);
            }
        }
        return statement;
    }

    private record TextArray(List<String> values) {}
}
