package io.dateline.ingest.feed;

import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.Sql;
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
        List<Object> values = new ArrayList<>(List.of(after.replace("\0", "")));
        values.addAll(filter.values());
        values.add(limit);
        return database.transaction(connection -> Sql.list(connection, sql, FeedStore::feed, values.toArray()));
    }
}
