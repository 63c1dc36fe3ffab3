package io.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.history.Fate;
import io.dateline.ingest.history.PollLine;
import io.dateline.ingest.host.HostTurns;
import io.dateline.ingest.host.Release;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.poll.LeasedFeed.Route;
import io.dateline.ingest.support.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollQueueTest {
    private static Database database;
    private final PollQueue queue = new PollQueue(database, new HostTurns(Duration.ofMinutes(1)));

    @BeforeAll
    static void schema() {
        database = TestDatabase.fresh("poll_test");
    }

    @BeforeEach
    void empty() {
        TestDatabase.run(
                database, "TRUNCATE feeds, hosts, feed_status_outbox, polls, feed_counts, pages, websub, robots");
    }

    @Test
    void neverHandsOutOneFeedOrTwoOfOneHostAtOnce() throws Exception {
        // given
        for (int i = 0; i < 24; i++) {
            feed("feed-" + i, "host-" + i % 4);
        }
        Set<String> busyHosts = ConcurrentHashMap.newKeySet();
        Set<String> polled = ConcurrentHashMap.newKeySet();
        AtomicInteger clashes = new AtomicInteger();
        List<Callable<Void>> workers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            workers.add(() -> {
                while (polled.size() < 24) {
                    List<LeasedFeed> feeds = queue.claim(2).feeds();
                    for (LeasedFeed feed : feeds) {
                        if (!busyHosts.add(feed.host()) || !polled.add(feed.id())) {
                            clashes.incrementAndGet();
                        }
                    }
                    TestDatabase.run(database, "SELECT pg_sleep(0.02)");
                    feeds.forEach(feed -> busyHosts.remove(feed.host()));
                    queue.finish(feeds.stream()
                            .map(feed -> done(feed, Duration.ZERO))
                            .toList());
                }
                return null;
            });
        }
        var threads = Executors.newFixedThreadPool(6);

        // when
        for (var worker : threads.invokeAll(workers)) {
            worker.get();
        }

        // then
        threads.shutdown();
        assertThat(clashes).hasValue(0);
        assertThat(polled).hasSize(24);
        assertThat(TestDatabase.count(database, "SELECT count(*) FROM hosts WHERE lease_token IS NOT NULL"))
                .isZero();
    }

    @Test
    void letsAHostRest() {
        // given
        feed("feed-1", "host");
        feed("feed-2", "host");
        LeasedFeed first = queue.claim(9).feeds().get(0);

        // when
        queue.finish(List.of(done(first, Duration.ofHours(1))));

        // then
        assertThat(queue.claim(9).size()).isZero();
    }

    @Test
    void writesNothingForWhoLostTheLease() {
        // given
        feed("feed-1", "host");
        LeasedFeed late = queue.claim(1).feeds().get(0);
        TestDatabase.run(database, "UPDATE hosts SET leased_until = now(), due_at = now()");
        LeasedFeed other = queue.claim(1).feeds().get(0);

        // when
        List<String> lost = queue.finish(List.of(done(late, Duration.ZERO)));

        // then
        assertThat(lost).containsExactly("feed-1");
        assertThat(queue.claim(1).size()).as("the host is still the other's").isZero();
        assertThat(queue.finish(List.of(done(other, Duration.ZERO)))).isEmpty();
        assertThat(TestDatabase.count(database, "SELECT count(*) FROM polls")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE feeds SET next_poll_at = now()",
                "UPDATE feeds SET paused = false",
                "UPDATE feeds SET url = 'http://other/', host = 'other', next_poll_at = now()"
            })
    void noticesWhoeverMakesAFeedDue(String change) {
        // given a feed that is not due, and one that is paused
        feed("feed-1", "host");
        queue.finish(List.of(done(queue.claim(1).feeds().get(0), Duration.ZERO)));
        if (change.contains("paused")) {
            TestDatabase.run(database, "UPDATE feeds SET paused = true, next_poll_at = now()");
        }
        assertThat(queue.claim(1).size()).isZero();

        // when
        TestDatabase.run(database, change);

        // then
        assertThat(queue.claim(1).feeds()).extracting(LeasedFeed::id).containsExactly("feed-1");
    }

    @Test
    void forgetsNoWishToPollAgainThatCameDuringAPoll() {
        // given
        feed("feed-1", "host");
        LeasedFeed leased = queue.claim(1).feeds().get(0);
        TestDatabase.run(database, "UPDATE feeds SET next_poll_at = now()");

        // when
        queue.finish(List.of(done(leased, Duration.ZERO)));

        // then
        assertThat(queue.claim(1).feeds()).extracting(LeasedFeed::id).containsExactly("feed-1");
    }

    @Test
    void looksAgainAtAHostWhoseFeedWasMadeDueWhileItWasLeased() {
        // given
        feed("feed-1", "host");
        LeasedFeed leased = queue.claim(1).feeds().get(0);
        feed("feed-2", "host");
        assertThat(queue.claim(1).size()).isZero();

        // when
        queue.finish(List.of(done(leased, Duration.ZERO)));

        // then
        assertThat(queue.claim(1).feeds()).extracting(LeasedFeed::id).containsExactly("feed-2");
    }

    @Test
    void keepsARedirectForTheTurnOfTheHostItLeadsTo() {
        // given
        feed("feed-1", "host");
        feed("feed-2", "other");
        LeasedFeed first = queue.claim(2).feeds().stream()
                .filter(feed -> feed.id().equals("feed-1"))
                .findFirst()
                .orElseThrow();
        Route route = new Route("http://other/there", 1, true, null, null, 0);

        // when
        queue.finish(List.of(outcome(first, false, route, "other", Duration.ZERO, Duration.ZERO)));

        // then: the other host is still leased
        assertThat(queue.claim(2).size()).isZero();
        TestDatabase.run(database, "UPDATE hosts SET due_at = now() WHERE host = 'other'");
        LeasedFeed onward = queue.claim(2).feeds().get(0);
        assertThat(onward.at()).isIn("http://other/there", "http://other/feed-2");
        assertThat(onward.turn().host()).isEqualTo("other");
        assertThat(TestDatabase.count(database, "SELECT count(*) FROM polls")).isZero();
    }

    @Test
    void keepsTheLastFiveHundredPollsOfEachFeed() {
        // given
        feed("feed-1", "host");
        TestDatabase.run(database, "UPDATE feeds SET polls = 500");
        TestDatabase.run(database, """
                INSERT INTO polls (feed_id, n, outcome, items, fresh, bytes, duration_ms)
                SELECT 'feed-1', n, 'fetched', 0, 0, 0, 0 FROM generate_series(1, 500) n""");

        // when
        queue.finish(List.of(done(queue.claim(1).feeds().get(0), Duration.ZERO)));

        // then
        assertThat(TestDatabase.count(database, "SELECT count(*) FROM polls")).isEqualTo(500);
        assertThat(TestDatabase.count(database, "SELECT min(n) FROM polls")).isEqualTo(2);
    }

    @Test
    void countsItemsByDayAndWhatBecameOfThem() {
        // given
        feed("feed-1", "host");
        LeasedFeed feed = queue.claim(1).feeds().get(0);

        // when
        queue.finish(List.of(done(feed, Duration.ZERO)));
        TestDatabase.run(database, "UPDATE feeds SET next_poll_at = now()");

        // then
        LeasedFeed again = queue.claim(1).feeds().get(0);
        assertThat(again.recent()).isEqualTo(3);
        assertThat(again.today()).isEqualTo(3);
        assertThat(again.toldAt()).isNotNull();
        assertThat(TestDatabase.count(database, "SELECT sum(count) FROM feed_counts"))
                .isEqualTo(8);
    }

    private static PollOutcome done(LeasedFeed feed, Duration pause) {
        return outcome(feed, true, Feeds.HOME, feed.host(), Duration.ofHours(1), pause);
    }

    private static PollOutcome outcome(
            LeasedFeed feed, boolean polled, Route route, String host, Duration next, Duration pause) {
        return new PollOutcome(
                feed,
                Release.after(feed.turn(), pause),
                polled,
                polled ? PollOutcome.Standing.ok() : null,
                feed.validators(),
                route,
                feed.wishes(),
                null,
                feed.url(),
                host,
                next,
                polled,
                polled
                        ? Map.of(Fate.accepted(false), 3, Fate.accepted(true), 4, Fate.rejected("too-large"), 1)
                        : Map.of(),
                polled ? new PollLine(feed.id(), "fetched", 200, 8, 7, 100, 5) : null);
    }

    private static void feed(String id, String host) {
        TestDatabase.run(
                database,
                "INSERT INTO feeds (id, name, url, host, source_id, interval_seconds) VALUES ('" + id
                        + "', 'n', 'http://" + host + "/" + id + "', '" + host + "', 's', 60)");
    }
}
