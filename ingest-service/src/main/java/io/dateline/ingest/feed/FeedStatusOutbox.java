package io.dateline.ingest.feed;

import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.Sql;
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
            for (Word word : Sql.list(
                    connection,
                    "SELECT feed_id, version FROM feed_status_outbox ORDER BY feed_id LIMIT ?",
                    row -> new Word(row.getString(1), row.getLong(2), Optional.empty()),
                    limit)) {
                words.add(new Word(word.feedId, word.version, FeedStore.find(connection, word.feedId)));
            }
            return words;
        });
    }

    /**
     * Done with a word, unless the feed is not as it was told any more: then it is told of once more. Two instances may
     * tell of one feed, and whichever is the last must have told what is.
     */
    void told(Word word) {
        database.transaction(connection -> {
            Sql.update(
                    connection,
                    "DELETE FROM feed_status_outbox WHERE feed_id = ? AND version = ?",
                    word.feedId,
                    word.version);
            if (!FeedStore.find(connection, word.feedId).equals(word.feed)) {
                FeedStore.tell(connection, word.feedId);
            }
            return null;
        });
    }
}
