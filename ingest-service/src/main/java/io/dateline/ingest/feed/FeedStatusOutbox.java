package io.dateline.ingest.feed;

import io.dateline.ingest.identity.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which feeds' status must still be told. Word stays until Kafka has acknowledged it, so none is ever lost. */
final class FeedStatusOutbox {
    private final Database database;

    FeedStatusOutbox(Database database) {
        this.database = database;
    }

    /** @param feed empty where it was deleted */
    record Word(String feedId, long version, Optional<Feed> feed) {}

    List<Word> waiting(int limit) {
        return database.transaction(connection -> {
            List<Word> words = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT feed_id, version FROM feed_status_outbox ORDER BY feed_id LIMIT ?")) {
                statement.setInt(1, limit);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        words.add(new Word(rows.getString(1), rows.getLong(2), Optional.empty()));
                    }
                }
            }
            List<Word> whole = new ArrayList<>();
            for (Word word : words) {
                whole.add(new Word(word.feedId, word.version, FeedStore.find(connection, word.feedId)));
            }
            return whole;
        });
    }

    /**
     * Done with a word, unless the feed is not as it was told any more: then it is told of once more. Two instances may
     * tell of one feed, and whichever is the last must have told what is.
     */
    void told(Word word) {
        database.transaction(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("DELETE FROM feed_status_outbox WHERE feed_id = ? AND version = ?")) {
                statement.setString(1, word.feedId);
                statement.setLong(2, word.version);
                statement.executeUpdate();
            }
            if (!FeedStore.find(connection, word.feedId).equals(word.feed)) {
                FeedStore.tell(connection, word.feedId);
            }
            return null;
        });
    }
}
