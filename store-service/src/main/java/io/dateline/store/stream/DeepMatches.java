package io.dateline.store.stream;

import io.dateline.store.query.Conditions;
import io.dateline.store.query.Filter;
import io.dateline.store.stream.ChangeReader.Found;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks the database which changes of a page fit which filters: one look at each change, and at each
 * earlier revision of those that hide an article, whatever the number of filters.
 */
final class DeepMatches {
    private DeepMatches() {}

    static void mark(Connection connection, List<Found> page, List<Filter> filters) throws SQLException {
        Map<Long, List<Set<Filter>>> matched = new HashMap<>();
        page.forEach(found -> matched.put(found.change().seq(), List.of(found.matched())));
        long first = page.get(0).change().seq();
        long last = page.get(page.size() - 1).change().seq();
        ask(connection, question(filters).add("r.seq BETWEEN ? AND ?", first, last), filters, matched);
        // What hides an article has no words but those of the last revision.
        Map<Long, List<Set<Filter>>> earlier = new HashMap<>();
        page.forEach(found -> found.earlier()
                .forEach(one -> earlier.computeIfAbsent(one.seq(), seq -> new ArrayList<>())
                        .add(one.matched())));
        if (!earlier.isEmpty()) {
            Long[] seqs = earlier.keySet().toArray(Long[]::new);
            ask(connection, question(filters).add("r.seq = ANY (?)", (Object) seqs), filters, earlier);
        }
    }

    private static void ask(
            Connection connection, Conditions question, List<Filter> filters, Map<Long, List<Set<Filter>>> matched)
            throws SQLException {
        try (PreparedStatement select = question.prepare(connection);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Boolean[] fits = (Boolean[]) rows.getArray("fits").getArray();
                for (int place = 0; place < fits.length; place++) {
                    if (fits[place]) {
                        Filter filter = filters.get(place);
                        matched.get(rows.getLong("seq")).forEach(of -> of.add(filter));
                    }
                }
            }
        }
    }

    /** Of each filter at most a dozen values are bound, of 65,535 that may be: enough for some 5,000 of them. */
    private static Conditions question(List<Filter> filters) {
        Conditions sql = new Conditions().add("SELECT r.seq, ARRAY[");
        for (int place = 0; place < filters.size(); place++) {
            sql.add(place == 0 ? "coalesce(true" : ", coalesce(true")
                    .deep(filters.get(place))
                    .add(", false)");
        }
        return sql.add("] AS fits FROM revisions AS r JOIN articles AS a ON a.id = r.id AND a.revision = r.revision"
                + " AND a.stored_month = r.stored_month WHERE ");
    }
}
