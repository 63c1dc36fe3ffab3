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
import java.util.function.Function;

/**
 * Writes what is the same for all articles and not yet there: labels, and where places lie. Remembers which are, since
 * news names the same things again and again. Thread-safe.
 */
final class KnownRows<T> {
    private static final int REMEMBERED = 100_000;

    /** An erasure may have taken a label away, on any instance: it comes back with the next article after this time. */
    private static final Duration MEMORY = Duration.ofMinutes(10);

    private final Cache<String, Boolean> known = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(MEMORY)
            .build();
    private final String insert;
    private final Function<ArticleRow, List<T>> of;
    private final Function<T, String> key;
    private final List<Column<T>> columns;

    private KnownRows(
            String insert, Function<ArticleRow, List<T>> of, Function<T, String> key, List<Column<T>> columns) {
        this.insert = insert;
        this.of = of;
        this.key = key;
        this.columns = columns;
    }

    /** What a person reads for a tag. */
    static KnownRows<Label> labels() {
        return new KnownRows<>(
                "INSERT INTO labels (tag, kind, label, folded) SELECT * FROM unnest(?, ?, ?, ?) ON CONFLICT DO NOTHING",
                ArticleRow::labels,
                Label::tag,
                List.of(
                        Column.text(Label::tag),
                        Column.text(Label::kind),
                        Column.text(Label::label),
                        Column.text(label -> label.label().toLowerCase(Locale.ROOT))));
    }

    /** Where places lie. */
    static KnownRows<Place> places() {
        return new KnownRows<>(
                "INSERT INTO places (place, name, country, latitude, longitude) SELECT * FROM unnest(?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                ArticleRow::places,
                Place::place,
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
                if (known.getIfPresent(key.apply(one)) == null) {
                    fresh.putIfAbsent(key.apply(one), one);
                }
            }
        }
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<T> inOrder = List.copyOf(fresh.values());
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            Column.bind(statement, 1, inOrder, columns);
            statement.executeUpdate();
        }
        return inOrder;
    }

    void committed(List<T> rows) {
        rows.forEach(row -> known.put(key.apply(row), true));
    }
}
