package io.dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.feed.FeedStatusOutbox.Word;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedStatusOutboxTest {
    private static Database database;

    private final FeedStatusOutbox one = new FeedStatusOutbox(database);
    private final FeedStatusOutbox other = new FeedStatusOutbox(database);

    @BeforeAll
    static void schema() {
        database = TestDatabase.fresh("feed_status_outbox_test");
    }

    @BeforeEach
    void feed() {
        TestDatabase.run(database, "TRUNCATE feeds, hosts, websub, pages, polls, feed_counts, feed_status_outbox");
        TestDatabase.run(database, """
                INSERT INTO feeds (id, name, url, host, source_id, interval_seconds, next_poll_at)
                VALUES ('feed-1', 'n', 'http://feed/', 'feed', 's', 60, now())""");
        tell();
    }

    private static void tell() {
        database.transaction(connection -> {
            FeedStore.tell(connection, "feed-1");
            return null;
        });
    }

    @Test
    void tellsAgainWhereAnotherInstanceToldOfSomethingNewerMeanwhile() {
        // given: one is about to tell that the feed is there, while the other tells that it is not
        Word stale = one.waiting(10).get(0);
        TestDatabase.run(database, "DELETE FROM feeds");
        tell();
        other.waiting(10).forEach(other::told);

        // when
        one.told(stale);

        // then
        List<Word> words = one.waiting(10);
        assertThat(words).extracting(Word::feedId).containsExactly("feed-1");
        assertThat(words.get(0).feed()).isEmpty();
    }

    @Test
    void tellsAgainWhereWhatItToldWasOldAndBearsTheNewNumber() {
        // given: the other told the same; the feed has changed since, and its word is number one again
        Word stale = one.waiting(10).get(0);
        other.waiting(10).forEach(other::told);
        TestDatabase.run(database, "UPDATE feeds SET name = 'another'");
        tell();

        // when
        one.told(stale);

        // then
        assertThat(one.waiting(10))
                .singleElement()
                .satisfies(word -> assertThat(word.feed().orElseThrow().name()).isEqualTo("another"));
    }

    @Test
    void doesNotTellOnAndOnWhereBothToldTheSame() {
        // given
        Word mine = one.waiting(10).get(0);
        other.waiting(10).forEach(other::told);

        // when
        one.told(mine);

        // then
        assertThat(one.waiting(10)).isEmpty();
    }
}
