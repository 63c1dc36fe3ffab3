package io.dateline.store.query;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.store.query.Filter.Words;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** SQL with its parameters, grown piece by piece. Every value is bound, none is written into the text. */
public final class Conditions {
    /** An article is stored after its {@code sort_at}, apart from what clocks differ by. */
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** What lists may show, of the table {@code articles AS a}. */
    static Conditions listable(Filter filter) {
        Conditions conditions = new Conditions();
        // The very words of the partial indexes, or the planner does not see that they fit.
        conditions.add(
                filter.status() == ArticleStatus.CANCELED
                        ? "a.is_head AND a.status = 'canceled'"
                        : "a.is_head AND a.status = 'usable'");
        for (List<String> group : filter.tagGroups()) {
            conditions.add(" AND a.tags && ?", new TextArray(group));
        }
        if (!filter.excluded().isEmpty()) {
            conditions.add(
                    " AND NOT a.tags && ?",
                    new TextArray(filter.excluded().stream().sorted().toList()));
        }
        Period sorted = filter.sorted();
        if (sorted.from() != null) {
            conditions.add(" AND a.sort_at >= ?", sorted.from()).storedSince("a", sorted.from());
        }
        if (sorted.to() != null) {
            conditions.add(" AND a.sort_at < ?", sorted.to());
        }
        if (filter.stored().from() != null) {
            conditions.storedSince("a", filter.stored().from());
        }
        if (filter.asOf() != null) {
            // In whichever revision: one that is corrected meanwhile is not to be missed.
            conditions.asOf("a", filter.asOf());
        }
        return conditions.deep(filter).duplicates(filter);
    }

    /** As far as stories are built: an article that is in none yet counts as an original and as a story of its own. */
    private Conditions duplicates(Filter filter) {
        return switch (filter.duplicates()) {
            case ALL -> this;
            case ORIGINALS ->
                add(" AND NOT EXISTS (SELECT FROM story_members AS m WHERE m.article_id = a.id"
                        + " AND m.copy_of IS NOT NULL)");
            // Of the others in its story that fit too none is newer. Within the innermost SELECT a is the other.
            case STORY ->
                add(" AND NOT EXISTS (SELECT FROM (SELECT m.story_id, a.sort_at, a.id FROM story_members AS m"
                                + " WHERE m.article_id = a.id) AS shown, LATERAL (SELECT FROM story_members AS o"
                                + " JOIN articles AS a ON a.id = o.article_id WHERE o.story_id = shown.story_id"
                                + " AND o.at >= shown.sort_at AND (a.sort_at, a.id) > (shown.sort_at, shown.id) AND ")
                        .add(listable(filter.withDuplicates()))
                        .add(" LIMIT 1) AS newer)");
        };
    }

    /** What takes more than tags and time to see, of the table {@code articles AS a}; each begins with AND. */
    public Conditions deep(Filter filter) {
        if (filter.words() != null) {
            add(" AND ").text(filter.words(), filter.languages());
        }
        if (filter.salient() != null) {
            add(
                            " AND EXISTS (SELECT FROM article_entities AS e WHERE e.entity = ANY (?) AND e.salience >= ?::real",
                            new TextArray(filter.salient().entities()),
                            filter.salient().least())
                    .ofRevision("e")
                    .add(")");
        }
        if (!filter.stored().always()) {
            add(" AND EXISTS (SELECT FROM revisions AS s WHERE s.id = a.id AND s.revision = a.revision");
            within("s.stored_at", filter.stored()).add(")");
        }
        if (!filter.mentioned().always()) {
            add(
                    " AND a.mentioned && daterange(?::date, ?::date)",
                    new Day(filter.mentioned().firstDay()),
                    new Day(filter.mentioned().dayAfter()));
        }
        if (!filter.happened().always()) {
            add(" AND EXISTS (SELECT FROM event_mentions AS v WHERE true").ofRevision("v");
            within("v.event_date", filter.happened()).add(")");
        }
        return this;
    }

    /** A revision that hides its article has no rows of its own: whoever saw those before it is told. */
    private Conditions ofRevision(String rows) {
        return add(
                " AND %1$s.id = a.id AND (%1$s.revision = a.revision OR a.status <> 'usable' AND %1$s.revision < a.revision)"
                        .formatted(rows));
    }

    private Conditions within(String column, Period period) {
        if (period.from() != null) {
            add(" AND " + column + " >= ?", column.endsWith("_date") ? new Day(period.firstDay()) : period.from());
        }
        if (period.to() != null) {
            add(" AND " + column + " < ?", column.endsWith("_date") ? new Day(period.dayAfter()) : period.to());
        }
        return this;
    }

    /** Leaves out rows of articles of which nothing was stored up to this seq. */
    Conditions asOf(String table, long seq) {
        return add(" AND EXISTS (SELECT FROM revisions AS k WHERE k.id = " + table + ".id AND k.seq <= ?)", seq);
    }

    /** Leaves out partitions in which nothing of this {@code sort_at} can lie. */
    Conditions storedSince(String table, Instant from) {
        return add(
                " AND " + table + ".stored_month >= date_trunc('month', ?::timestamptz AT TIME ZONE 'UTC')::date",
                from.minus(CLOCKS_DIFFER));
    }

    /** English words are stored stemmed, all others as they stand: each kind is asked in its own way. */
    private Conditions text(Words words, List<String> languages) {
        if (languages.equals(List.of("en"))) {
            return words("a.language = 'en'", "english", words);
        }
        if (!languages.isEmpty() && !languages.contains("en")) {
            return words("a.language <> 'en'", "simple", words);
        }
        return add("((")
                .words("a.language = 'en'", "english", words)
                .add(") OR (")
                .words("a.language <> 'en'", "simple", words)
                .add("))");
    }

    /** The index knows words and not where they stand: the second look, at title or body alone, is at what it found. */
    private Conditions words(String language, String configuration, Words words) {
        String query = "to_tsquery('" + configuration + "', ?)";
        // With NOT an article may fit in its title alone: what the whole holds says nothing then.
        if (words.in() == ArticleQuery.Where.ANYWHERE || !TextQuery.negates(words.text())) {
            add(language + " AND a.tsv @@ " + query, words.text());
        } else {
            add(language);
        }
        return switch (words.in()) {
            case ANYWHERE -> this;
            case TITLE -> add(" AND ts_filter(a.tsv, '{a}') @@ " + query, words.text());
            case BODY -> add(" AND ts_filter(a.tsv, '{b}') @@ " + query, words.text());
        };
    }

    /** An array to bind. */
    static Object texts(List<String> values) {
        return new TextArray(values);
    }

    public Conditions add(String piece, Object... bound) {
        sql.append(piece);
        values.addAll(List.of(bound));
        return this;
    }

    Conditions add(Conditions other) {
        sql.append(other.sql);
        values.addAll(other.values);
        return this;
    }

    public PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.toString());
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof TextArray array) {
                statement.setArray(
                        i + 1, connection.createArrayOf("text", array.values().toArray()));
            } else if (value instanceof Day day) {
                statement.setObject(i + 1, day.date(), Types.DATE);
            } else if (value instanceof Instant instant) {
                statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else {
                statement.setObject(i + 1, value);
            }
        }
        return statement;
    }

    private record TextArray(List<String> values) {}

    private record Day(LocalDate date) {}
}
