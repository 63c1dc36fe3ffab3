package io.dateline.store.write;

import io.dateline.contracts.article.Sighting;
import io.dateline.store.sql.Column;
import io.dateline.store.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Writes a batch of sightings in one transaction. Written again they change nothing; those of an article that was erased,
 * or whose month was dropped, are not kept. Thread-safe.
 */
final class SightingWriter implements RowWriter<SightingRow> {
    /** Any constant will do, as long as every instance locks the same. */
    private static final long LOCK = 0x7369676874L;

    private static final String SHARED = "SELECT pg_advisory_xact_lock_shared(" + LOCK + ")";
    private static final String ALONE = "SELECT pg_advisory_xact_lock(" + LOCK + ")";
    private static final String GONE = """
            SELECT id FROM unnest(?) AS asked (id)
            WHERE EXISTS (SELECT FROM revisions AS r WHERE r.id = asked.id AND r.erased_at IS NOT NULL)
                OR (SELECT stored_month FROM revisions AS r WHERE r.id = asked.id ORDER BY revision DESC LIMIT 1)
                    IN (SELECT month FROM dropped_months)
            """;
    private static final String INSERT = """
            INSERT INTO sightings AS known (article_id, source_id, url_hash, source_name, source_kind, url, title,
                revision, first_seen, last_seen, trace_id)
            SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (article_id, source_id, url_hash) DO UPDATE
            SET first_seen = least(known.first_seen, excluded.first_seen),
                last_seen = greatest(known.last_seen, excluded.last_seen),
                source_name = CASE WHEN excluded.last_seen > known.last_seen
                    THEN excluded.source_name ELSE known.source_name END,
                title = CASE WHEN excluded.last_seen > known.last_seen THEN excluded.title ELSE known.title END,
                revision = greatest(known.revision, excluded.revision)
            WHERE excluded.first_seen < known.first_seen OR excluded.last_seen > known.last_seen
            RETURNING article_id, source_id, url_hash, xmax = 0
            """;
    private static final Comparator<List<String>> KEY_ORDER = Comparator.<List<String>, String>comparing(
                    key -> key.get(0))
            .thenComparing(key -> key.get(1))
            .thenComparing(key -> key.get(2));
    private static final List<Column<Merged>> COLUMNS = List.of(
            Column.text(of(Sighting::articleId)),
            Column.text(of(sighting -> sighting.source().id())),
            Column.text(merged -> merged.last().urlHash()),
            Column.text(of(sighting -> sighting.source().name())),
            Column.text(of(sighting -> sighting.source().kind().name().toLowerCase(Locale.ROOT))),
            Column.text(of(Sighting::url)),
            Column.text(of(Sighting::title)),
            Column.integer(of(Sighting::revision)),
            Column.time(Merged::first),
            Column.time(of(Sighting::seenAt)),
            Column.text(merged -> merged.last().traceId()));

    private final DataSource dataSource;

    SightingWriter(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Several sightings of one key: what the last one says, since the first one. */
    private record Merged(Instant first, SightingRow last) {
        Merged and(Merged other) {
            Instant earlier = other.first.isBefore(first) ? other.first : first;
            boolean later =
                    other.last.sighting().seenAt().isAfter(last.sighting().seenAt());
            return new Merged(earlier, later ? other.last : last);
        }
    }

    /** Until the end of the transaction no sighting is written: what is not seen now will find what this leaves. */
    static void keepOut(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ALONE);
        }
    }

    @Override
    public List<RowOutcome> write(List<SightingRow> rows) throws SQLException {
        return Sql.transaction(dataSource, connection -> write(connection, rows));
    }

    private static List<RowOutcome> write(Connection connection, List<SightingRow> rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SHARED);
        }
        Set<String> gone = gone(connection, rows);
        // In one order everywhere: writers that meet in the same rows wait for each other, never in a circle.
        Map<List<String>, Merged> kept = new TreeMap<>(KEY_ORDER);
        for (SightingRow row : rows) {
            if (!gone.contains(row.sighting().articleId())) {
                kept.merge(row.key(), new Merged(row.sighting().seenAt(), row), Merged::and);
            }
        }
        Set<List<String>> added = insert(connection, List.copyOf(kept.values()));
        List<RowOutcome> outcomes = new ArrayList<>(rows.size());
        for (SightingRow row : rows) {
            if (gone.contains(row.sighting().articleId())) {
                outcomes.add(new RowOutcome.Erased());
            } else {
                // Of two in one batch the first is the new one.
                outcomes.add(added.remove(row.key()) ? new RowOutcome.Added() : new RowOutcome.Duplicate());
            }
        }
        return outcomes;
    }

    private static Set<String> gone(Connection connection, List<SightingRow> rows) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(GONE)) {
            Object[] ids = rows.stream()
                    .map(row -> row.sighting().articleId())
                    .distinct()
                    .toArray();
            select.setArray(1, connection.createArrayOf("text", ids));
            Set<String> gone = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    gone.add(row.getString(1));
                }
            }
            return gone;
        }
    }

    private static Set<List<String>> insert(Connection connection, List<Merged> rows) throws SQLException {
        Set<List<String>> added = new HashSet<>();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Column.bind(insert, 1, rows, COLUMNS);
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    if (row.getBoolean(4)) {
                        added.add(List.of(row.getString(1), row.getString(2), row.getString(3)));
                    }
                }
            }
        }
        return added;
    }

    private static <T> Function<Merged, T> of(Function<Sighting, T> value) {
        return merged -> value.apply(merged.last().sighting());
    }
}
