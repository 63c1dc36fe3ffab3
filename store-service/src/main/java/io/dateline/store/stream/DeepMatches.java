package io.dateline.store.stream;

import io.dateline.store.query.Conditions;
import io.dateline.store.query.Filter;
import io.dateline.store.stream.ChangeReader.Found;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks the database which changes of a page fit which filters, all filters in one statement. */
final class DeepMatches {
    /** A statement may bind 65,535 values; of a filter they are a dozen. */
    private static final int AT_ONCE = 500;

    private DeepMatches() {}

    static void mark(Connection connection, List<Found> page, List<Filter> filters) throws SQLException {
        Map<Long, Found> bySeq = new HashMap<>();
        page.forEach(found -> bySeq.put(found.change().seq(), found));
        long first = page.get(0).change().seq();
        long last = page.get(page.size() - 1).change().seq();
        for (int from = 0; from < filters.size(); from += AT_ONCE) {
            List<Filter> some = filters.subList(from, Math.min(filters.size(), from + AT_ONCE));
            try (PreparedStatement select = question(some, first, last).prepare(connection);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    bySeq.get(rows.getLong("seq")).matched().add(some.get(rows.getInt("place")));
                }
            }
        }
    }

    private static Conditions question(List<Filter> filters, long first, long last) {
        Conditions sql = new Conditions();
        for (int place = 0; place < filters.size(); place++) {
            sql.add(place == 0 ? "" : " UNION ALL ")
                    .add(
                            "SELECT " + place + " AS place, r.seq FROM revisions AS r JOIN articles AS a ON a.id = r.id"
                                    + " AND a.revision = r.revision AND a.stored_month = r.stored_month"
                                    + " WHERE r.seq BETWEEN ? AND ?",
                            first,
                            last)
                    .deep(filters.get(place));
        }
        return sql;
    }
}
