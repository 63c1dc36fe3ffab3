package io.dateline.store.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How often names occur in the newest articles, in the order of their letters. Immutable. */
final class NamesInUse {
    private static final String COUNT = """
            SELECT tag, kind, folded, n FROM (SELECT tag, count(*) AS n
                FROM (SELECT a.tags FROM articles AS a WHERE a.is_head AND a.status = 'usable'
                    ORDER BY a.sort_at DESC, a.id DESC LIMIT ?) AS newest, unnest(tags) AS tag GROUP BY tag) AS counted
            JOIN labels USING (tag) WHERE kind = ANY (?)
            """;

    private static final Comparator<Name> MOST_USED =
            Comparator.comparingLong(Name::uses).reversed().thenComparing(Name::tag);

    /** As if none were used. */
    static final NamesInUse NONE = new NamesInUse(new TreeMap<>());

    private final NavigableMap<String, List<Name>> byLetters;

    private NamesInUse(NavigableMap<String, List<Name>> byLetters) {
        this.byLetters = byLetters;
    }

    /** @param uses articles that are tagged with it, 1 or more */
    private record Name(String tag, String kind, long uses) {}

    /** @param counted newest articles counted over */
    static NamesInUse read(Connection connection, Collection<String> kinds, int counted) throws SQLException {
        NavigableMap<String, List<Name>> names = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setInt(1, counted);
            select.setArray(2, connection.createArrayOf("text", kinds.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    names.computeIfAbsent(rows.getString("folded"), folded -> new ArrayList<>(1))
                            .add(new Name(rows.getString("tag"), rows.getString("kind"), rows.getLong("n")));
                }
            }
        }
        return new NamesInUse(names);
    }

    /**
     * Tags of the names that begin so, the most used first.
     *
     * @param prefix in lower case
     */
    List<String> tags(String prefix, Collection<String> kinds, int limit) {
        // The highest code unit there is stands behind every continuation.
        return byLetters.subMap(prefix, prefix + Character.MAX_VALUE).values().stream()
                .flatMap(List::stream)
                .filter(name -> kinds.contains(name.kind()))
                .sorted(MOST_USED)
                .limit(limit)
                .map(Name::tag)
                .toList();
    }
}
