package io.dateline.ingest.poll;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Feeds whose address a permanent redirect has changed. What is known of their documents was learnt at the new address; but
 * the database forgets it with the old one, as it must where an operator enters another. Without this, the first news from
 * there would count as the backlog of a new feed.
 */
final class MovedFeeds {
    private MovedFeeds() {}

    /** @param written ids of feeds that were written in this transaction */
    static void keep(Connection connection, List<PollOutcome> outcomes, Set<String> written) throws SQLException {
        List<PollOutcome> moved = outcomes.stream()
                .filter(one -> written.contains(one.feed().id())
                        && !one.url().equals(one.feed().url()))
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE feeds SET shape = ?, body_hash = ?, distrust_until = ? WHERE id = ?")) {
            for (PollOutcome one : moved) {
                statement.setString(1, one.shape());
                statement.setString(2, one.validators().bodyHash());
                statement.setObject(3, FeedRows.time(one.validators().distrustUntil()));
                statement.setString(4, one.feed().id());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
