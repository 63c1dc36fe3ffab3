package io.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.article.RawArticle;
import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.fetch.Fetcher;
import io.dateline.ingest.host.HostTurns;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.support.FeedServer;
import io.dateline.ingest.support.TestDatabase;
import io.dateline.ingest.websub.HubWork;
import io.dateline.ingest.websub.Subscriptions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that are longer than an index takes, and whatever else we fail at ourselves: no feed suffers for another. */
class LongAddressTest {
    private static Database database;

    private final FeedServer server = new FeedServer();
    private final FeedServer elsewhere = new FeedServer();
    private final Fetcher fetcher = TestPoller.fetcher(server, elsewhere);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<RawArticle> published = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean broken;
    private final PollQueue queue = new PollQueue(database, new HostTurns(Duration.ofMinutes(1)));
    private final Poller poller = TestPoller.of(
            database,
            fetcher,
            (articles, lane) -> {
                if (broken) {
                    throw new IllegalStateException("a fault of ours");
                }
                published.addAll(articles);
            },
            metrics);
    private final Outcomes outcomes = TestPoller.outcomes();
    private final PollLoop loop = new PollLoop(
            queue,
            poller,
            null,
            new HubWork(Optional.empty(), new Subscriptions(database), fetcher, TestPoller.DELAY),
            OpenTelemetry.noop().getTracer("test"),
            new PollMetrics(metrics),
            4,
            Duration.ofMillis(50));

    @BeforeAll
    static void schema() {
        database = TestDatabase.fresh("long_address_test");
    }

    @BeforeEach
    void empty() {
        TestPoller.empty(database);
        TestDatabase.run(
                database,
                "INSERT INTO feeds (id, name, url, host, source_id, interval_seconds, next_poll_at) VALUES"
                        + " ('feed-1', 'n', '" + server.url("/feed") + "', '" + server.host()
                        + "', 's', 300, 'infinity'), ('feed-2', 'n', '" + elsewhere.url("/feed") + "', '"
                        + elsewhere.host() + "', 's', 300, 'infinity')");
    }

    @AfterEach
    void close() {
        fetcher.close();
        server.close();
        elsewhere.close();
    }

    @Test
    void letsAnItemWithALongLinkWaitForItsPage() {
        // given
        TestDatabase.run(database, "UPDATE feeds SET full_text = 'always'");
        String longLink = "/" + noise(3500);

        // when the feed is polled twice
        for (String etag : List.of("\"1\"", "\"2\"")) {
            server.document(
                    "/feed", "application/rss+xml", rss("", item("a", etag), item(longLink.substring(1), "B.")), etag);
            queue.finish(claimed().stream().map(poller::poll).toList());
        }

        // then each waits once, and the page that is fetched is the one meant
        assertThat(text("SELECT state FROM feeds WHERE id = 'feed-1'")).isEqualTo("ok");
        assertThat(number("SELECT count(*) FROM pages")).isEqualTo(2);
        assertThat(number("SELECT count(*) FROM pages WHERE at_url LIKE '%" + longLink + "'"))
                .isEqualTo(1);
    }

    @Test
    void refusesARedirectToALongHostAndDisturbsNoOtherFeed() {
        // given
        redirect("http://" + noise(3500) + ".example/feed");
        elsewhere.document("/feed", "application/rss+xml", rss("", item("a", "A.")), "\"e\"");

        // when
        queue.finish(claimed().stream().map(poller::poll).toList());

        // then
        assertThat(text("SELECT reason FROM feeds WHERE id = 'feed-1'")).isEqualTo("address-not-allowed");
        assertThat(text("SELECT state FROM feeds WHERE id = 'feed-2'")).isEqualTo("ok");
        assertThat(number("SELECT count(*) FROM polls")).isEqualTo(2);
    }

    @Test
    void refusesARedirectToALongAddress() {
        // given
        redirect(server.url("/" + noise(3500)));

        // when
        queue.finish(claimed().stream().map(poller::poll).toList());

        // then
        assertThat(text("SELECT reason FROM feeds WHERE id = 'feed-1'")).isEqualTo("bad-redirect");
        assertThat(text("SELECT detail FROM feeds WHERE id = 'feed-1'")).contains("too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://%s.example/", "http://hub.example/%s"})
    void leavesAHubWithALongAddressAlone(String hub) {
        // given
        String link = "<atom:link rel='hub' href='" + hub.formatted(noise(3500)) + "'/>";
        server.document("/feed", "application/rss+xml", rss(link, item("a", "A.")), "\"e\"");

        // when
        queue.finish(claimed().stream().map(poller::poll).toList());

        // then
        assertThat(number("SELECT polls FROM feeds WHERE id = 'feed-1'")).isEqualTo(1);
        assertThat(published).hasSize(1);
        assertThat(number("SELECT count(*) FROM websub")).isZero();
    }

    @Test
    void writesOneByOneWhereOneOfThemIsRefused() {
        // given an outcome with what no index takes, in one batch with another
        FetchResult.Redirected redirected = new FetchResult.Redirected("http://other.example/", false);
        List<PollOutcome> batch = claimed().stream()
                .map(feed ->
                        outcomes.onward(feed, redirected, feed.id().equals("feed-1") ? noise(3500) : "other.example"))
                .toList();

        // when
        loop.write(batch);

        // then
        assertThat(text("SELECT turn_host FROM feeds WHERE id = 'feed-2'")).isEqualTo("other.example");
        assertThat(text("SELECT state || ' ' || reason FROM feeds WHERE id = 'feed-1'"))
                .isEqualTo("failing internal");
    }

    @Test
    void waitsLongerEachTimeWeFailAtAFeed() throws InterruptedException {
        // given a fault of ours, and a feed whose third poll in a row meets it
        broken = true;
        server.document("/feed", "application/rss+xml", rss("", item("a", "A.")), "\"e\"");
        TestDatabase.run(database, "UPDATE feeds SET failures = 2, next_poll_at = now() WHERE id = 'feed-1'");
        TestDatabase.run(database, "UPDATE hosts SET due_at = now() WHERE host = '" + server.host() + "'");

        // when
        Thread thread = new Thread(loop);
        thread.start();
        await().untilAsserted(() -> assertThat(number("SELECT polls FROM feeds WHERE id = 'feed-1'"))
                .isEqualTo(1));
        loop.stop(Duration.ofSeconds(5));
        thread.join();

        // then it waits eight intervals, not 15 seconds
        assertThat(text("SELECT state || ' ' || reason || ' ' || failures FROM feeds WHERE id = 'feed-1'"))
                .isEqualTo("failing internal 3");
        assertThat(number("SELECT extract(epoch FROM next_poll_at - now()) FROM feeds WHERE id = 'feed-1'"))
                .isBetween(2_390L, 2_650L);
        assertThat(server.requests("/feed")).hasSize(1);
    }

    private void redirect(String location) {
        server.on("/feed", exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(301, -1);
        });
    }

    /** Both feeds, due now. */
    private List<LeasedFeed> claimed() {
        TestDatabase.run(database, "UPDATE feeds SET next_poll_at = now()");
        TestDatabase.run(
                database,
                "UPDATE hosts SET due_at = now(), next_allowed_at = now(), lease_token = NULL, leased_until = NULL");
        return queue.claim(9).feeds();
    }

    /** Letters that do not compress. */
    private static String noise(int length) {
        Random random = new Random(7);
        StringBuilder noise = new StringBuilder();
        random.ints(length, 'a', 'z' + 1).forEach(letter -> noise.append((char) letter));
        return noise.toString();
    }

    private static long number(String sql) {
        return TestDatabase.count(database, sql);
    }

    private static String text(String sql) {
        return database.transaction(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                return row.next() ? row.getString(1) : null;
            }
        });
    }

    private String item(String name, String words) {
        return "<item><title>" + name.substring(0, 1) + "</title><link>" + server.url("/" + name)
                + "</link><description>" + words + "</description></item>";
    }

    private static String rss(String meta, String... items) {
        return "<?xml version='1.0'?><rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>t</title>"
                + meta + String.join("", items) + "</channel></rss>";
    }
}
