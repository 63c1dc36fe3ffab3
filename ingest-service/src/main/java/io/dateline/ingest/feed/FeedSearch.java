package io.dateline.ingest.feed;

import io.dateline.ingest.identity.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** Finds feeds. */
final class FeedSearch {
    private final Database database;

    FeedSearch(Database database) {
        this.database = database;
    }

    /** In order of their ids, those after one. */
    List<Feed> page(FeedFilter filter, String after, int limit) {
        String sql = FeedStore.COLUMNS + " WHERE id > ? AND " + filter.sql() + " ORDER BY id LIMIT ?";
        return database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int at = 1;
                statement.setString(at++, after.replace("\0", ""));
                for (Object value : filter.values()) {
                    statement.setObject(at++, value);
                }
                statement.setInt(at, limit);
                List<Feed> feeds = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        feeds.add(FeedStore.feed(rows));
                    }
                }
                return feeds;
            }
        });
    }
}
