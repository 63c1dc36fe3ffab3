package io.dateline.store.query;

import io.dateline.contracts.article.Source;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads who else carries an article. */
final class SightingReading {
    private static final String SIGHTINGS = """
            SELECT source_id, source_name, source_kind, url, title, revision, first_seen, last_seen,
                count(*) OVER () AS all_of_them
            FROM sightings WHERE article_id = ? ORDER BY first_seen, source_id, url_hash LIMIT ?
            """;

    private SightingReading() {}

    /** Titles as seen. */
    static Sightings of(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SIGHTINGS)) {
            select.setString(1, id);
            select.setInt(2, Sightings.MOST);
            List<Sightings.Item> items = new ArrayList<>();
            long count = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    count = row.getLong("all_of_them");
                    items.add(new Sightings.Item(
                            new Source(
                                    row.getString("source_id"),
                                    row.getString("source_name"),
                                    Source.Kind.valueOf(
                                            row.getString("source_kind").toUpperCase(Locale.ROOT))),
                            row.getString("url"),
                            row.getString("title"),
                            row.getInt("revision"),
                            ItemRows.instant(row, "first_seen"),
                            ItemRows.instant(row, "last_seen")));
                }
            }
            return new Sightings(count, items);
        }
    }
}
