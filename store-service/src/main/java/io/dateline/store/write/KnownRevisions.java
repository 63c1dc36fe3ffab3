package io.dateline.store.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is stored already of the ids of a batch, and what the batch itself adds. Not thread-safe. */
final class KnownRevisions {
    private final Map<String, TreeMap<Integer, String>> hashes = new HashMap<>();
    private final Set<String> erased = new HashSet<>();

    static KnownRevisions read(Connection connection, List<ArticleRow> rows) throws SQLException {
        KnownRevisions known = new KnownRevisions();
        String[] ids = rows.stream().map(ArticleRow::id).distinct().toArray(String[]::new);
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id, revision, content_hash, erased_at IS NOT NULL FROM revisions" + " WHERE id = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("text", ids));
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    known.add(found.getString(1), found.getInt(2), found.getString(3));
                    if (found.getBoolean(4)) {
                        known.erased.add(found.getString(1));
                    }
                }
            }
        }
        return known;
    }

    /** Null where the row is new (it counts as known from then on), else what it is. */
    RowOutcome check(ArticleRow row) {
        if (erased.contains(row.id())) {
            return new RowOutcome.Erased();
        }
        String hash = hashes.getOrDefault(row.id(), new TreeMap<>()).get(row.revision());
        if (hash == null) {
            add(row.id(), row.revision(), row.contentHash());
            return null;
        }
        return hash.equals(row.contentHash()) ? new RowOutcome.Duplicate() : new RowOutcome.Conflict();
    }

    /** As far as this transaction could see; the last word is said under the counter's lock. */
    boolean isHead(ArticleRow row) {
        return hashes.get(row.id()).lastKey() == row.revision();
    }

    private void add(String id, int revision, String hash) {
        hashes.computeIfAbsent(id, key -> new TreeMap<>()).put(revision, hash);
    }
}
