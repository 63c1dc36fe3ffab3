package io.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.ingest.fetch.Fetcher;
import io.dateline.ingest.host.HostTurns;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.support.Counters;
import io.dateline.ingest.support.FeedServer;
import io.dateline.ingest.support.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Turn by turn, against a real server and a real database. */
class PollerTest {
    private static Database database;

    private final FeedServer server = new FeedServer();
    private final FeedServer elsewhere = new FeedServer();
    private final Fetcher fetcher = TestPoller.fetcher(server, elsewhere);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<RawArticle> published = new ArrayList<>();
    private final PollQueue queue = new PollQueue(database, new HostTurns(Duration.ofMinutes(1)));
    private final Poller poller =
            TestPoller.of(database, fetcher, (articles, lane) -> published.addAll(articles), metrics);

    @BeforeAll
    static void schema() {
        database = TestDatabase.fresh("poller_test");
    }

    @BeforeEach
    void empty() {
        TestPoller.empty(database);
        TestDatabase.run(
                database,
                "INSERT INTO feeds (id, name, url, host, source_id, interval_seconds) VALUES" + " ('feed-1', 'n', '"
                        + server.url("/feed") + "', '" + server.host() + "', 's', 300)");
    }

    @AfterEach
    void close() {
        fetcher.close();
        server.close();
        elsewhere.close();
    }

    @Test
    void readsABodyOnceHoweverOftenItComes() {
        // given a server that knows no conditional requests
        server.on("/feed", exchange -> answer(exchange, rss("", item("a", "A."))));

        // when
        turn();
        turn();

        // then
        assertThat(published).hasSize(1);
        assertThat(outcomes()).containsExactly("fetched", "same-body");
        assertThat(Counters.of(metrics, "unchanged", MetricNames.NO_REASON)).isZero();
        assertThat(number("SELECT fresh FROM polls WHERE n = 1")).isEqualTo(1);
        assertThat(number("SELECT bytes FROM polls WHERE n = 2")).isPositive();
    }

    @Test
    void findsOutThatA304HidesNewsAndAsksNoMoreConditionally() {
        // given a server that says "unchanged" to whoever names its only ETag
        server.document("/feed", "application/rss+xml", rss("", item("a", "A.")), "\"always\"");
        turn();
        server.document("/feed", "application/rss+xml", rss("", item("a", "A."), item("b", "B.")), "\"always\"");
        turn();
        assertThat(published).hasSize(1);

        // when the day is over on which it was last asked without
        TestDatabase.run(database, "UPDATE feeds SET full_fetch_at = now()");
        turn();
        server.document("/feed", "application/rss+xml", rss("", item("c", "C.")), "\"always\"");
        turn();

        // then
        assertThat(published).extracting(RawArticle::title).containsExactly("a", "b", "c");
        assertThat(outcomes()).containsExactly("fetched", "not-modified", "fetched", "fetched");
        assertThat(server.requests("/feed").get(3).ifNoneMatch()).isNull();
        assertThat(number("SELECT count(*) FROM feeds WHERE distrust_until > now() + interval '29 days'"))
                .isEqualTo(1);
    }

    @Test
    void asksAnotherHostOnlyInItsOwnTurn() {
        // given
        server.on("/feed", exchange -> {
            exchange.getResponseHeaders().set("Location", elsewhere.url("/there"));
            exchange.sendResponseHeaders(302, -1);
        });
        elsewhere.document("/there", "application/rss+xml", rss("", item("a", "A.")), "\"e\"");
        TestDatabase.run(
                database,
                "INSERT INTO hosts (host, next_allowed_at) VALUES ('" + elsewhere.host()
                        + "', now() + interval '1 hour')");

        // when
        turn();
        turn();
        assertThat(elsewhere.connections()).as("its pause is not over").isZero();
        TestDatabase.run(database, "UPDATE hosts SET next_allowed_at = now(), due_at = now()");
        turn();

        // then
        assertThat(server.connections()).isEqualTo(1);
        assertThat(elsewhere.connections()).isEqualTo(1);
        assertThat(published).hasSize(1);
        assertThat(outcomes()).containsExactly("fetched");
        assertThat(number("SELECT count(*) FROM feeds WHERE at_url IS NULL AND turn_host = host AND hops = 0"))
                .isEqualTo(1);
    }

    @Test
    void movesToWhereAPermanentRedirectHasLedForLongEnough() {
        // given
        server.on("/feed", exchange -> {
            exchange.getResponseHeaders().set("Location", elsewhere.url("/there"));
            exchange.sendResponseHeaders(301, -1);
        });
        elsewhere.document("/there", "application/rss+xml", rss("", item("a", "A.")), "\"e\"");

        // when
        turn();
        turn();
        assertThat(address()).isEqualTo(server.url("/feed"));
        turn();
        turn();

        // then
        assertThat(address()).isEqualTo(elsewhere.url("/there"));
        turn();
        assertThat(server.requests("/feed")).hasSize(2);
        assertThat(elsewhere.requests("/there")).hasSize(3);
        assertThat(published).hasSize(1);
    }

    @Test
    void staysWhereItIsWhereAnotherFeedHasTheNewAddressHoweverThatIsWritten() {
        // given
        String there = elsewhere.url("/there");
        TestDatabase.run(
                database,
                "INSERT INTO feeds SELECT (jsonb_populate_record(f, jsonb_build_object('id', 'feed-other', 'url', '"
                        + there + "', 'next_poll_at', now() + interval '1 day'))).* FROM feeds f");
        server.on("/feed", exchange -> {
            exchange.getResponseHeaders().set("Location", there + "#top");
            exchange.sendResponseHeaders(301, -1);
        });
        elsewhere.document("/there", "application/rss+xml", rss("", item("a", "A.")), "\"e\"");

        // when
        for (int i = 0; i < 4; i++) {
            turn();
        }

        // then no feed stands twice
        assertThat(number("SELECT count(*) FROM feeds WHERE url LIKE '" + there + "%'"))
                .isEqualTo(1);
    }

    @Test
    void countsNewsAsNewsAfterAMove() {
        // given a feed that has moved for good
        server.on("/feed", exchange -> {
            exchange.getResponseHeaders().set("Location", elsewhere.url("/there"));
            exchange.sendResponseHeaders(301, -1);
        });
        elsewhere.document("/there", "application/rss+xml", rss("", item("a", "A.")), "\"1\"");
        for (int i = 0; i < 4; i++) {
            turn();
        }
        assertThat(address()).isEqualTo(elsewhere.url("/there"));

        // when
        elsewhere.document("/there", "application/rss+xml", rss("", item("a", "A."), item("b", "B.")), "\"2\"");
        turn();

        // then
        assertThat(published).extracting(RawArticle::title).containsExactly("a", "b");
        assertThat(number("SELECT sum(count) FROM feed_counts WHERE outcome = 'accepted' AND reason = 'backlog'"))
                .isEqualTo(1);
        assertThat(number("SELECT coalesce(sum(count), 0) FROM feed_counts WHERE outcome = 'accepted' AND reason = ''"))
                .isEqualTo(1);
    }

    @Test
    void takesWhatAnotherAddressBringsFirstForItsBacklog() {
        // given
        server.document("/feed", "application/rss+xml", rss("", item("a", "A.")), "\"1\"");
        turn();
        elsewhere.document("/other", "application/rss+xml", rss("", item("b", "B."), item("c", "C.")), "\"1\"");

        // when an operator enters it
        TestDatabase.run(
                database,
                "UPDATE feeds SET url = '" + elsewhere.url("/other") + "', host = '" + elsewhere.host()
                        + "', etag = NULL, last_modified = NULL");
        turn();

        // then
        assertThat(published).extracting(RawArticle::title).containsExactly("a", "b", "c");
        assertThat(number("SELECT sum(count) FROM feed_counts WHERE outcome = 'accepted' AND reason = 'backlog'"))
                .isEqualTo(3);
    }

    @Test
    void staysWhereItIsWhenAnotherFeedIsThereAlready() {
        // given
        server.on("/feed", exchange -> {
            exchange.getResponseHeaders().set("Location", elsewhere.url("/there"));
            exchange.sendResponseHeaders(308, -1);
        });
        elsewhere.document("/there", "application/rss+xml", rss("", item("a", "A.")), "\"e\"");
        TestDatabase.run(
                database,
                "INSERT INTO feeds (id, name, url, host, source_id, interval_seconds, paused) VALUES"
                        + " ('feed-2', 'n', '" + elsewhere.url("/there") + "', '" + elsewhere.host()
                        + "', 's', 300, true)");
        // when
        for (int i = 0; i < 6; i++) {
            turn();
        }
        // then
        assertThat(address()).isEqualTo(server.url("/feed"));
        assertThat(number("SELECT count(*) FROM feeds WHERE turn_host <> host")).isZero();
    }

    @Test
    void endsARedirectLoopAfterFiveHops() {
        // given
        server.on("/feed", exchange -> {
            exchange.getResponseHeaders().set("Location", "/feed");
            exchange.sendResponseHeaders(302, -1);
        });
        // when
        for (int i = 0; i < 9 && outcomes().isEmpty(); i++) {
            turn();
        }
        // then
        assertThat(outcomes()).containsExactly("too-many-redirects");
        assertThat(server.requests("/feed")).hasSize(6);
    }

    @Test
    void letsOnlyNewItemsWaitForTheirPages() {
        // given a feed of teasers, of which one was known before pages were wanted
        server.document("/feed", "application/rss+xml", rss("", item("a", "A.")), "\"1\"");
        turn();
        TestDatabase.run(database, "UPDATE feeds SET full_text = 'when-short'");
        server.document("/feed", "application/rss+xml", rss("", item("a", "A."), item("b", "B.")), "\"2\"");

        // when
        turn();

        // then
        assertThat(published).extracting(RawArticle::title).containsExactly("a");
        assertThat(number("SELECT count(*) FROM pages")).isEqualTo(1);
        assertThat(Counters.of(metrics, "waiting", MetricNames.NO_REASON)).isEqualTo(1);
        assertThat(number("SELECT count FROM feed_counts WHERE outcome = 'waiting'"))
                .isEqualTo(1);
        assertThat(number("SELECT fresh FROM polls WHERE n = 2")).isEqualTo(1);
    }

    @Test
    void letsItemsOfOnePageWaitSideBySide() {
        // given items of live news, each of which has an id of its own
        TestDatabase.run(database, "UPDATE feeds SET full_text = 'always'");
        server.document("/feed", "application/rss+xml", rss("", live("g1", "one", "?utm_content=1")), "\"1\"");
        turn();
        TestDatabase.run(database, "UPDATE pages SET next_try_at = now() + interval '1 hour'");
        server.document("/feed", "application/rss+xml", rss("", live("g2", "two", "?utm_content=2")), "\"2\"");

        // when
        turn();

        // then
        assertThat(number("SELECT count(*) FROM pages")).isEqualTo(2);
        assertThat(number("SELECT count(*) FROM pages WHERE item LIKE '%one%'")).isEqualTo(1);
        assertThat(published).isEmpty();
    }

    @Test
    void publishesNoOlderWordsOnceNewerOnesNeededNoPage() {
        // given the first words of a story, which wait for its page
        TestDatabase.run(database, "UPDATE feeds SET full_text = 'when-short'");
        server.document("/feed", "application/rss+xml", rss("", live("g1", "More follows.", "")), "\"1\"");
        turn();
        assertThat(number("SELECT count(*) FROM pages")).isEqualTo(1);
        TestDatabase.run(database, "UPDATE pages SET next_try_at = now() + interval '1 hour'");

        // when the feed brings all of it
        String whole = "The harbour was opened again. ".repeat(40);
        server.document("/feed", "application/rss+xml", rss("", live("g1", whole, "")), "\"2\"");
        turn();

        // then
        assertThat(published).hasSize(1);
        assertThat(published.get(0).body()).startsWith("The harbour was opened again.");
        assertThat(number("SELECT count(*) FROM pages")).isZero();
    }

    private String live(String guid, String words, String query) {
        return "<item><title>Live</title><guid isPermaLink='false'>" + guid + "</guid><link>" + server.url("/live")
                + query + "</link><description>" + words + "</description></item>";
    }

    @Test
    void accountsForEveryItem() {
        // given a good one, one that cannot be read, and later one more and the first again
        server.document("/feed", "application/rss+xml", rss("", item("a", "A."), "<item></item>"), "\"1\"");
        turn();
        server.document("/feed", "application/rss+xml", rss("", item("a", "A."), item("b", "B.")), "\"2\"");
        // when
        turn();
        // then
        assertThat(number("SELECT count FROM feed_counts WHERE outcome = 'accepted' AND reason = 'backlog'"))
                .isEqualTo(1);
        assertThat(number("SELECT count FROM feed_counts WHERE outcome = 'accepted' AND reason = ''"))
                .isEqualTo(1);
        assertThat(number("SELECT count FROM feed_counts WHERE outcome = 'unchanged'"))
                .isEqualTo(1);
        assertThat(number("SELECT count FROM feed_counts WHERE outcome = 'rejected' AND reason = 'invalid-article'"))
                .isEqualTo(1);
        assertThat(number("SELECT items FROM polls WHERE n = 1")).isEqualTo(2);
    }

    @Test
    void keepsTheWishesOfTheFeedAndItsHub() {
        // given
        String meta = "<ttl>30</ttl><skipHours><hour>3</hour></skipHours><atom:link rel='hub' href='"
                + elsewhere.url("/hub") + "'/>";
        server.document("/feed", "application/rss+xml", rss(meta, item("a", "A.")), "\"1\"");
        // when
        turn();
        // then
        assertThat(number("SELECT wish_seconds FROM feeds")).isEqualTo(1800);
        assertThat(number("SELECT skip_hours FROM feeds")).isEqualTo(8);
        assertThat(number("SELECT count(*) FROM feeds WHERE next_poll_at > now() + interval '29 minutes'"))
                .isEqualTo(1);
        assertThat(number("SELECT count(*) FROM websub")).isEqualTo(1);
    }

    @Test
    void saysThatAFeedHasChangedItsShapeAndThatItIsItselfAgain() {
        // given
        String[] whole = {item("a", "A."), item("b", "B."), item("c", "C.")};
        server.document("/feed", "application/rss+xml", rss("", whole), "\"1\"");
        turn();
        // when
        server.document("/feed", "application/rss+xml", rss(""), "\"2\"");
        turn();
        String changed = text("SELECT state || ' ' || reason FROM feeds");
        turn();
        String still = text("SELECT state FROM feeds");
        server.document("/feed", "application/rss+xml", rss("", whole), "\"3\"");
        turn();
        // then
        assertThat(changed).isEqualTo("changed items-gone");
        assertThat(still).isEqualTo("changed");
        assertThat(text("SELECT state FROM feeds")).isEqualTo("ok");
        assertThat(number("SELECT count(*) FROM feed_status_outbox WHERE version >= 3"))
                .isEqualTo(1);
    }

    /** Polls what is due, the feed made so. */
    private void turn() {
        TestDatabase.run(database, "SELECT pg_sleep(0.01)");
        TestDatabase.run(database, "UPDATE feeds SET next_poll_at = now()");
        List<PollOutcome> done =
                queue.claim(9).feeds().stream().map(poller::poll).toList();
        queue.finish(done);
    }

    private static List<String> outcomes() {
        return database.transaction(connection -> {
            List<String> outcomes = new ArrayList<>();
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT outcome FROM polls ORDER BY n")) {
                while (row.next()) {
                    outcomes.add(row.getString(1));
                }
            }
            return outcomes;
        });
    }

    private static String address() {
        return text("SELECT url FROM feeds WHERE id = 'feed-1'");
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

    private static void answer(com.sun.net.httpserver.HttpExchange exchange, String body) throws java.io.IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String item(String name, String words) {
        return "<item><title>" + name + "</title><link>" + server.url("/" + name) + "</link><description>" + words
                + "</description></item>";
    }

    private static String rss(String meta, String... items) {
        return "<?xml version='1.0'?><rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>t</title>"
                + meta + String.join("", items) + "</channel></rss>";
    }
}
