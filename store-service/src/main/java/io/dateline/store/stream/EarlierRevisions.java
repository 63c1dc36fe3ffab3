package io.dateline.store.stream;

import io.dateline.store.query.Filter;
import io.dateline.store.query.ItemRows;
import io.dateline.store.stream.ChangeReader.Found;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads of those changes of a page that hide an article by what its earlier revisions were found. */
final class EarlierRevisions {
    /** The latest few of many. */
    private static final String EARLIER = """
            SELECT hidden.seq, r.seq AS earlier_seq, a.tags, a.sort_at FROM revisions AS hidden
            JOIN LATERAL (SELECT seq, id, revision, stored_month FROM revisions WHERE id = hidden.id
                AND revision < hidden.revision AND status = 'usable' ORDER BY revision DESC LIMIT 20) AS r ON true
            JOIN articles AS a ON a.id = r.id AND a.revision = r.revision AND a.stored_month = r.stored_month
            WHERE hidden.seq = ANY (?)
            """;

    private EarlierRevisions() {}

    /**
     * What an earlier revision was found by.
     *
     * @param matched those of the deep filters asked about that it matches; filled in after it was read
     */
    record Earlier(long seq, Set<String> tags, Instant sortAt, Set<Filter> matched) {}

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
                    hiding.get(rows.getLong("seq")).earlier().add(earlier(rows));
                }
            }
        }
    }

    private static Earlier earlier(ResultSet row) throws SQLException {
        return new Earlier(
                row.getLong("earlier_seq"),
                Set.of((String[]) row.getArray("tags").getArray()),
                ItemRows.instant(row, "sort_at"),
                new HashSet<>());
    }
}
