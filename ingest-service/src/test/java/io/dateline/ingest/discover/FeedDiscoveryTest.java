package io.dateline.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.net.AddressGuard;
import io.dateline.ingest.fetch.Fetcher;
import io.dateline.ingest.host.HostTurns;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.parse.DocumentReader;
import io.dateline.ingest.support.FeedServer;
import io.dateline.ingest.support.FetchConfigs;
import io.dateline.ingest.support.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Redirects on the way to a feed that is looked for. */
class FeedDiscoveryTest {
    private static final String RSS =
            "<rss version='2.0'><channel><title>News</title><item><title>a</title></item></channel></rss>";
    private static Database database;

    private final FeedServer server = new FeedServer();
    private final FeedServer elsewhere = new FeedServer();
    private final AddressGuard guard = new AddressGuard(Set.of(server.host(), elsewhere.host()));
    private final Fetcher fetcher = new Fetcher(FetchConfigs.with("max-redirects", "2"), guard);
    private final AskedTurns turns = patient(Duration.ofSeconds(1));
    private final FeedDiscovery discovery = within(Duration.ofMinutes(1));

    @BeforeAll
    static void schema() {
        database = TestDatabase.fresh("feed_discovery_test");
    }

    @BeforeEach
    void empty() {
        TestDatabase.run(database, "TRUNCATE hosts");
    }

    @AfterEach
    void close() {
        fetcher.close();
        server.close();
        elsewhere.close();
    }

    @Test
    void takesTheTurnOfTheHostARedirectLeadsTo() throws InterruptedException {
        // given
        redirect(server, "/feed", 301, elsewhere.url("/feed"));
        elsewhere.document("/feed", "application/rss+xml", RSS, "\"e\"");

        // when
        FeedDiscovery.Answer answer = discovery.of(server.url("/feed"));

        // then both hosts rest after their request
        assertThat(answer.feeds()).extracting(FeedDiscovery.Found::url).containsExactly(elsewhere.url("/feed"));
        assertThat(TestDatabase.count(database, "SELECT count(*) FROM hosts WHERE lease_token IS NULL"))
                .isEqualTo(2);
    }

    @Test
    void asksNoHostWhoseTurnSomebodyElseHas() throws InterruptedException {
        // given
        redirect(server, "/feed", 301, elsewhere.url("/feed"));
        elsewhere.document("/feed", "application/rss+xml", RSS, "\"e\"");
        turns.take(elsewhere.host(), Duration.ofMinutes(1)).orElseThrow();

        // when, then
        assertThatThrownBy(() -> discovery.of(server.url("/feed")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS.code()));
        assertThat(elsewhere.connections()).isZero();
    }

    @Test
    void waitsForTheTurnOfTheSameHostToo() throws InterruptedException {
        // given
        redirect(server, "/", 302, "/feed");
        server.document("/feed", "application/rss+xml", RSS, "\"e\"");
        long began = System.nanoTime();

        // when
        FeedDiscovery.Answer answer = discovery.of(server.url("/"));

        // then the pause was kept, and a redirect for now moves nothing
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(200));
        assertThat(answer.feeds()).extracting(FeedDiscovery.Found::url).containsExactly(server.url("/"));
    }

    @Test
    void givesUpOnALoopAndOnWhatMayNotBeFetched() {
        // given
        redirect(server, "/loop", 301, "/loop");
        redirect(server, "/inside", 301, "http://169.254.169.254/");

        // when, then
        assertThatThrownBy(() -> discovery.of(server.url("/loop"))).hasMessageContaining("2 redirects");
        assertThatThrownBy(() -> discovery.of(server.url("/inside"))).hasMessageContaining("public internet");
        assertThat(server.requests("/loop")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({",60", "300,300", "1,1"})
    void leavesAHostAloneThatSaysItIsAskedTooOften(String retryAfter, int seconds) {
        // given
        server.on("/feed", exchange -> {
            if (retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(429, -1);
        });

        // when
        assertThatThrownBy(() -> discovery.of(server.url("/feed")))
                // then
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS.code());
                    assertThat(refused.problem().detail()).contains(seconds + " s");
                    assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
                });
        assertThat(
                        TestDatabase.count(
                                database,
                                "SELECT round(extract(epoch FROM next_allowed_at - now()) / 60) FROM hosts WHERE lease_token IS NULL"))
                .isEqualTo(seconds / 60);
    }

    @Test
    void hasOneDeadlineForAllItsRequestsAndAnswersWhatItHasFoundByThen() throws InterruptedException {
        // given a site with a feed, and one whose host nobody gives a turn to before the deadline
        server.document(
                "/",
                "text/html",
                "<link rel=alternate type=application/rss+xml href=/feed><link rel=alternate type=application/rss+xml href="
                        + elsewhere.url("/busy") + "><link rel=alternate type=application/rss+xml href=/late>",
                "\"p\"");
        server.document("/feed", "application/rss+xml", RSS, "\"e\"");
        server.document("/late", "application/rss+xml", RSS, "\"e\"");
        turns.take(elsewhere.host(), Duration.ofMinutes(1)).orElseThrow();

        // when
        FeedDiscovery.Answer answer =
                with(patient(Duration.ofMinutes(5)), Duration.ofSeconds(9)).of(server.url("/"));

        // then
        assertThat(answer.feeds()).extracting(FeedDiscovery.Found::url).containsExactly(server.url("/feed"));
        assertThat(answer.failed())
                .extracting(FeedDiscovery.Failed::code)
                .containsExactly(ProblemCode.TOO_MANY_REQUESTS.code(), "timeout");
        assertThat(server.requests("/late")).isEmpty();
    }

    @Test
    void doesNotWaitForAServerBeyondItsDeadline() {
        // given a server that does not answer
        CountDownLatch over = new CountDownLatch(1);
        redirect(server, "/", 302, "/slow");
        server.on("/slow", exchange -> await(over));

        // when, then
        try {
            assertThatThrownBy(() -> within(Duration.ofSeconds(5)).of(server.url("/")))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().detail()).isEqualTo("No whole answer in time."));
        } finally {
            over.countDown();
        }
    }

    private FeedDiscovery within(Duration longest) {
        return with(turns, longest);
    }

    private static AskedTurns patient(Duration patience) {
        return new AskedTurns(database, new HostTurns(Duration.ofMinutes(1)), Duration.ofMillis(200), patience);
    }

    private FeedDiscovery with(AskedTurns asked, Duration longest) {
        return new FeedDiscovery(fetcher, guard, asked, DocumentReader.ofFeeds(InstantSource.system()), 10, longest);
    }

    private static void await(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void redirect(FeedServer server, String from, int status, String to) {
        server.on(from, exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(status, -1);
        });
    }
}
