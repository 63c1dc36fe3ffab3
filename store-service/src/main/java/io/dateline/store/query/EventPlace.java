package io.dateline.store.query;

import io.dateline.contracts.enriched.PlaceLink;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A place with events.
 *
 * @param place  with coordinates; never null
 * @param events how many different ones, at least 1
 */
public record EventPlace(PlaceLink place, long events) {
    /** Counts over {@code told}, the rows of which have an event and its place as JSON. Takes how many are wanted. */
    static final String COUNTED = """
             SELECT place ->> 'id' AS id, max(place ->> 'name') AS name, max(place ->> 'country') AS country,
                max(place ->> 'admin1') AS admin1, max((place ->> 'latitude')::float8) AS latitude,
                max((place ->> 'longitude')::float8) AS longitude, count(DISTINCT event) AS n
            FROM told WHERE place ->> 'latitude' IS NOT NULL AND place ->> 'longitude' IS NOT NULL
            GROUP BY 1 ORDER BY n DESC, 1 LIMIT ?
            """;

    static List<EventPlace> read(Connection connection, Conditions sql) throws SQLException {
        List<EventPlace> places = new ArrayList<>();
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                places.add(new EventPlace(
                        new PlaceLink(
                                row.getString("id"),
                                row.getString("name"),
                                row.getString("country"),
                                row.getString("admin1"),
                                row.getDouble("latitude"),
                                row.getDouble("longitude")),
                        row.getLong("n")));
            }
        }
        return places;
    }
}
