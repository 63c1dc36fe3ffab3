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

/** Asks the database which changes of a page fit which filters: one look at each change, whatever the number of filters. */
final class DeepMatches {
    private DeepMatches() {}

    static void mark(Connection connection, List<Found> page, List<Filter> filters) throws SQLException {
        Map<Long, Found> bySeq = new HashMap<>();
        page.forEach(found -> bySeq.put(found.change().seq(), found));
        long first = page.get(0).change().seq();
        long last = page.get(page.size() - 1).change().seq();
        try (PreparedStatement select = question(filters, first, last).prepare(connection);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Boolean[] fits = (Boolean[]) rows.getArray("fits").getArray();
                for (int place = 0; place < fits.length; place++) {
                    if (fits[place]) {
                        bySeq.get(rows.getLong("seq")).matched().add(filters.get(place));
                    }
                }
            }
        }
    }

    /** Of each filter at most a dozen values are bound, of 65,535 that may be: enough for some 5,000 of them. */
    private static Conditions question(List<Filter> filters, long first, long last) {
        Conditions sql = new Conditions().add("SELECT r.seq, ARRAY[");
        for (int place = 0; place < filters.size(); place++) {
            sql.add(place == 0 ? "coalesce(true" : ", coalesce(true")
                    .deep(filters.get(place))
                    .add(", false)");
        }
        return sql.add(
                "] AS fits FROM revisions AS r JOIN articles AS a ON a.id = r.id AND a.revision = r.revision"
                        + " AND a.stored_month = r.stored_month WHERE r.seq BETWEEN ? AND ?",
                first,
                last);
    }
}
