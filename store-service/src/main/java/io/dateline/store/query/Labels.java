package io.dateline.store.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What a person reads for tags. */
record Labels(Map<String, String> byTag) {

    static Labels read(Connection connection, Collection<String> tags) throws SQLException {
        Map<String, String> labels = new HashMap<>();
        if (!tags.isEmpty()) {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT tag, label FROM labels WHERE tag = ANY (?)")) {
                select.setArray(
                        1,
                        connection.createArrayOf(
                                "text", tags.stream().distinct().toArray()));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        labels.put(rows.getString(1), rows.getString(2));
                    }
                }
            }
        }
        return new Labels(labels);
    }

    /** The label of {@code kind:value}, or the value itself where it has none. */
    String of(String kind, String value) {
        return byTag.getOrDefault(kind + ":" + value, value);
    }
}
