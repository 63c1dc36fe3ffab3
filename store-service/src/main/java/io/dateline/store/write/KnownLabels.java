package io.dateline.store.write;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dateline.store.write.ArticleRow.Label;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes labels not yet there; remembers which are, since news names the same things again and again. Thread-safe. */
final class KnownLabels {
    private static final int REMEMBERED = 100_000;

    /** An erasure may have taken a label away, on any instance: it comes back with the next article after this time. */
    private static final Duration MEMORY = Duration.ofMinutes(10);

    private final Cache<String, Boolean> known = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(MEMORY)
            .build();

    /** Inserts the labels nobody is known to have inserted; to be remembered once the transaction is committed. */
    List<Label> insertNew(Connection connection, List<ArticleRow> rows) throws SQLException {
        Map<String, Label> fresh = new LinkedHashMap<>();
        for (ArticleRow row : rows) {
            for (Label label : row.labels()) {
                if (known.getIfPresent(label.tag()) == null) {
                    fresh.putIfAbsent(label.tag(), label);
                }
            }
        }
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<Label> labels = new ArrayList<>(fresh.values());
        // In one order everywhere: two writers that meet in the same labels wait for each other, never in a circle.
        labels.sort(Comparator.comparing(Label::tag));
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO labels (tag, kind, label, folded)"
                + " SELECT * FROM unnest(?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            Unnest.bind(
                    insert,
                    1,
                    labels,
                    List.of(
                            Unnest.text(Label::tag),
                            Unnest.text(Label::kind),
                            Unnest.text(Label::label),
                            Unnest.text(label -> label.label().toLowerCase(Locale.ROOT))));
            insert.executeUpdate();
        }
        return labels;
    }

    void committed(List<Label> labels) {
        labels.forEach(label -> known.put(label.tag(), true));
    }
}
