package io.dateline.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.identity.Database;
import io.dateline.ingest.support.FeedServer;
import io.dateline.ingest.support.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageQueueTest {
    private final Database database = TestDatabase.fresh("page_queue_test");
    private final PageQueue queue = new PageQueue(database);
    private final FeedServer site = new FeedServer();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void letsAThousandItemsOfAFeedWaitAndNotOneMore() {
        // given
        TestDatabase.run(database, "TRUNCATE pages");
        TestDatabase.run(database, """
                INSERT INTO pages (feed_id, key, source_id, source_name, item, content_hash, backlog, at_url, turn_host,
                    give_up_at)
                SELECT 'feed-1', 'key-' || n, 's', 's', '{}', 'h', false, 'http://x/', 'x', now() + interval '1 hour'
                FROM generate_series(1, 999) n""");
        // when
        Set<String> kept = queue.add(List.of(waiting("/a", "A."), waiting("/b", "B.")), Duration.ofHours(1));
        Set<String> again = queue.add(List.of(waiting("/a", "A, changed.")), Duration.ofHours(1));
        // then
        assertThat(kept).containsExactly(site.url("/a"));
        assertThat(again).containsExactly(site.url("/a"));
        assertThat(TestDatabase.count(database, "SELECT count(*) FROM pages")).isEqualTo(1000);

        // when one of them turns out to be unreadable, and is set aside
        TestDatabase.run(database, "UPDATE pages SET unreadable = true WHERE key = 'key-1'");
        // then it takes up no room
        assertThat(queue.add(List.of(waiting("/b", "B."), waiting("/c", "C.")), Duration.ofHours(1)))
                .containsExactly(site.url("/b"));
    }

    @Test
    void setsAsideWhatCannotBeReadAndGivesTheOthers() {
        // given two items, of which one was written by another version
        TestDatabase.run(database, "TRUNCATE pages, feeds, websub, polls, feed_counts");
        TestDatabase.run(database, """
                INSERT INTO feeds (id, name, url, host, source_id, interval_seconds)
                VALUES ('feed-1', 'n', 'http://feed/', 'feed', 's', 60)""");
        queue.add(List.of(waiting("/a", "A."), waiting("/b", "B.")), Duration.ZERO);
        TestDatabase.run(database, "UPDATE pages SET item = 'no JSON' WHERE key LIKE '%/a'");

        // when
        List<LeasedPage> overdue = queue.overdue(10);

        // then
        assertThat(overdue).extracting(LeasedPage::key).containsExactly(site.url("/b"));
        assertThat(TestDatabase.count(database, "SELECT count(*) FROM pages WHERE unreadable"))
                .isEqualTo(1);
        assertThat(TestDatabase.count(database, "SELECT sum(count) FROM feed_counts WHERE outcome = 'rejected'"))
                .isEqualTo(1);

        // when its feed brings it once more
        queue.add(List.of(waiting("/a", "A.")), Duration.ZERO);

        // then
        assertThat(queue.overdue(10)).extracting(LeasedPage::key).containsExactly(site.url("/a"));
    }

    private WaitingPage waiting(String path, String words) {
        return WaitingItems.waiting(site, "feed-1", path, words);
    }
}
