package io.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.identity.Database;
import io.dateline.ingest.support.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PollQueueTest {
    private static final PollOutcome DONE = new PollOutcome(
            "ok", null, null, null, null, 0, true, false, null, Duration.ofHours(1), Duration.ZERO, null);
    private static Database database;
    private final PollQueue queue = new PollQueue(database, Duration.ofMinutes(1));

    @BeforeAll
    static void schema() {
        database = TestDatabase.fresh("poll_test");
    }

    @BeforeEach
    void empty() {
        TestDatabase.run(database, "TRUNCATE feeds, hosts, feed_status_outbox");
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
                    queue.claim().ifPresent(feed -> {
                        if (!busyHosts.add(feed.host()) || !polled.add(feed.id())) {
                            clashes.incrementAndGet();
                        }
                        TestDatabase.run(database, "SELECT pg_sleep(0.02)");
                        busyHosts.remove(feed.host());
                        queue.finish(feed, DONE);
                    });
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
    }

    @Test
    void letsAHostRest() {
        // given
        feed("feed-1", "host");
        feed("feed-2", "host");
        LeasedFeed first = queue.claim().orElseThrow();

        // when
        queue.finish(
                first,
                new PollOutcome(
                        "ok", null, null, null, null, 0, true, false, null, Duration.ZERO, Duration.ofHours(1), null));

        // then
        assertThat(queue.claim()).isEmpty();
    }

    @Test
    void writesNothingForWhoLostTheLease() {
        // given
        feed("feed-1", "host");
        LeasedFeed late = queue.claim().orElseThrow();
        TestDatabase.run(database, "UPDATE feeds SET leased_until = now() - interval '1 second'");
        TestDatabase.run(database, "UPDATE hosts SET leased_until = now() - interval '1 second'");
        Optional<LeasedFeed> other = queue.claim();

        // when
        boolean written = queue.finish(late, DONE);

        // then
        assertThat(written).isFalse();
        assertThat(other).isPresent();
        assertThat(queue.finish(other.get(), DONE)).isTrue();
        assertThat(new HashSet<>(List.of(late.token(), other.get().token()))).hasSize(2);
    }

    private static void feed(String id, String host) {
        TestDatabase.run(database, "INSERT INTO hosts (host) VALUES ('" + host + "') ON CONFLICT DO NOTHING");
        TestDatabase.run(
                database,
                "INSERT INTO feeds (id, name, url, host, source_id, interval_seconds) VALUES ('" + id
                        + "', 'n', 'http://" + host + "/" + id + "', '" + host + "', 's', 60)");
    }
}
