package io.dateline.store.stream;

import io.dateline.store.query.ItemRows;
import io.dateline.store.stream.ChangeReader.Found;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads of those changes of a page that hide an article by what its earlier revisions were found. */
final class EarlierRevisions {
    private static final String EARLIER = """
            SELECT hidden.seq, a.tags, a.sort_at FROM revisions AS hidden
            JOIN LATERAL (SELECT id, revision, stored_month FROM revisions WHERE id = hidden.id
                AND revision < hidden.revision AND status = 'usable' ORDER BY revision DESC LIMIT %d) AS r ON true
            JOIN articles AS a ON a.id = r.id AND a.revision = r.revision AND a.stored_month = r.stored_month
            WHERE hidden.seq = ANY (?)
            """.formatted(ChangeReader.EARLIER_REVISIONS);

    private EarlierRevisions() {}

    /** What an earlier revision was found by, beyond what takes a deeper look. */
    record Earlier(Set<String> tags, Instant sortAt) {}

    static void add(Connection connection, List<Found> page) throws SQLException {
        Map<Long, Found> hiding = new HashMap<>();
        for (Found found : page) {
            if (found.change().hides()) {
                hiding.put(found.change().seq(), found);
            }
        }
        if (hiding.isEmpty()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(EARLIER)) {
            select.setArray(1, connection.createArrayOf("int8", hiding.keySet().toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Set<String> tags = Set.of((String[]) rows.getArray("tags").getArray());
                    hiding.get(rows.getLong("seq")).earlier().add(new Earlier(tags, ItemRows.instant(rows, "sort_at")));
                }
            }
        }
    }
}
