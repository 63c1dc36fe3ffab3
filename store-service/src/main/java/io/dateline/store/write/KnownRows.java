package io.dateline.store.write;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dateline.store.sql.Column;
import io.dateline.store.write.ArticleRow.Label;
import io.dateline.store.write.ArticleRow.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Writes what is the same for all articles and not yet there, or not so: labels, and where places lie. Remembers which are, since
 * news names the same things again and again. Thread-safe.
 */
final class KnownRows<T> {
    private static final int REMEMBERED = 100_000;

    /** An erasure may have taken a label away, on any instance: it comes back with the next article after this time. */
    private static final Duration MEMORY = Duration.ofMinutes(10);

    /** Locks no row that is there: an erasure deletes labels under the lock a writer takes after these. */
    private static final String NAMES = "INSERT INTO labels (tag, kind, label, folded, named_at)"
            + " SELECT * FROM unnest(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    /** An erasure deletes none of them. Rows are locked even where nothing is to be changed, so those are left out before. */
    private static final String SOURCES = """
            INSERT INTO labels (tag, kind, label, folded, named_at)
            SELECT * FROM unnest(?, ?, ?, ?, ?) AS row (tag, kind, label, folded, named_at)
                WHERE NOT EXISTS (SELECT FROM labels WHERE labels.tag = row.tag AND labels.named_at >= row.named_at)
                ORDER BY tag
            ON CONFLICT (tag) DO UPDATE SET label = excluded.label, folded = excluded.folded, named_at = excluded.named_at
                WHERE excluded.named_at > coalesce(labels.named_at, '-infinity')
            """;

    private static final String PLACES = "INSERT INTO places (place, name, country, latitude, longitude)"
            + " SELECT * FROM unnest(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private final Cache<String, Boolean> known = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(MEMORY)
            .build();
    private final List<Insert<T>> inserts;
    private final Function<ArticleRow, List<T>> of;
    private final Keys<T> keys;
    private final List<Column<T>> columns;

    private KnownRows(
            List<Insert<T>> inserts, Function<ArticleRow, List<T>> of, Keys<T> keys, List<Column<T>> columns) {
        this.inserts = inserts;
        this.of = of;
        this.keys = keys;
        this.columns = columns;
    }

    /**
     * How rows are told apart.
     *
     * @param row    the key in the table
     * @param memory what has been written: of a row that changes, with what it says
     * @param better which of two of one key is written
     */
    private record Keys<T>(Function<T, String> row, Function<T, String> memory, BinaryOperator<T> better) {}

    /**
     * A statement.
     *
     * @param of the rows it is for
     */
    private record Insert<T>(String sql, Predicate<T> of) {}

    /** What a person reads for a tag. The newest name of a source stays, in whatever order its articles come. */
    static KnownRows<Label> labels() {
        return new KnownRows<>(
                List.of(
                        new Insert<>(NAMES, label -> label.namedAt() == null),
                        new Insert<>(SOURCES, label -> label.namedAt() != null)),
                ArticleRow::labels,
                new Keys<>(
                        Label::tag,
                        label -> label.namedAt() == null ? label.tag() : label.tag() + '\n' + label.label(),
                        Label::or),
                List.of(
                        Column.text(Label::tag),
                        Column.text(Label::kind),
                        Column.text(Label::label),
                        Column.text(label -> label.label().toLowerCase(Locale.ROOT)),
                        Column.time(Label::namedAt)));
    }

    /** Where places lie. */
    static KnownRows<Place> places() {
        return new KnownRows<>(
                List.of(new Insert<>(PLACES, place -> true)),
                ArticleRow::places,
                new Keys<>(Place::place, Place::place, (first, other) -> first),
                List.of(
                        Column.text(Place::place),
                        Column.text(Place::name),
                        Column.text(Place::country),
                        Column.real(Place::latitude),
                        Column.real(Place::longitude)));
    }

    /** Inserts what nobody is known to have inserted; to be remembered once the transaction is committed. */
    List<T> insertNew(Connection connection, List<ArticleRow> rows) throws SQLException {
        // In one order everywhere: two writers that meet in the same rows wait for each other, never in a circle.
        Map<String, T> fresh = new TreeMap<>();
        for (ArticleRow row : rows) {
            for (T one : of.apply(row)) {
                if (known.getIfPresent(keys.memory().apply(one)) == null) {
                    fresh.merge(keys.row().apply(one), one, keys.better());
                }
            }
        }
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<T> inOrder = List.copyOf(fresh.values());
        for (Insert<T> insert : inserts) {
            insert(
                    connection,
                    insert.sql(),
                    inOrder.stream().filter(insert.of()).toList());
        }
        return inOrder;
    }

    private void insert(Connection connection, String sql, List<T> rows) throws SQLException {
        if (!rows.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Column.bind(statement, 1, rows, columns);
                statement.executeUpdate();
            }
        }
    }

    void committed(List<T> rows) {
        rows.forEach(row -> known.put(keys.memory().apply(row), true));
    }
}
