package io.dateline.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.net.AddressGuard;
import io.dateline.contracts.net.CanonicalUrl;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.ingest.extract.ExtractedPage;
import io.dateline.ingest.extract.Extraction;
import io.dateline.ingest.fetch.Fetcher;
import io.dateline.ingest.host.HostTurns;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.IdentityStore;
import io.dateline.ingest.publish.Embargoes;
import io.dateline.ingest.publish.Intake;
import io.dateline.ingest.publish.RawArticles;
import io.dateline.ingest.publish.TestSightings;
import io.dateline.ingest.support.FeedServer;
import io.dateline.ingest.support.FetchConfigs;
import io.dateline.ingest.support.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageWorkTest {
    private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");
    private static final Duration DELAY = Duration.ofMillis(1);
    private static final String WHOLE =
            "The whole story, much longer than the teaser of it.\n\nWith a second paragraph.";
    private static Database database;

    private final FeedServer site = new FeedServer();
    private final FeedServer elsewhere = new FeedServer();
    private final Fetcher fetcher =
            new Fetcher(FetchConfigs.with(), new AddressGuard(Set.of(site.host(), elsewhere.host())));
    private final PageQueue queue = new PageQueue(database);
    private final List<RawArticle> published = new ArrayList<>();
    private boolean brokerAway;
    private String canonical;
    private final PageWork work = new PageWork(
            new PageWork.Settings("Dateline/0.1", DELAY, Duration.ofMinutes(5), 3),
            database,
            fetcher,
            this::extract,
            new IdentityStore(database, new CanonicalUrl(), Duration.ofSeconds(45)),
            new Intake(
                    new IdentityStore(database, new CanonicalUrl(), Duration.ofSeconds(45)),
                    (articles, lane) -> {
                        if (brokerAway) {
                            throw new IllegalStateException("the process dies here");
                        }
                        published.addAll(articles);
                    },
                    new RawArticles(new CanonicalUrl()),
                    TestSightings.ignored(database),
                    new Embargoes(database),
                    new StageMetrics(new SimpleMeterRegistry(), "ingest"),
                    InstantSource.fixed(NOW)),
            InstantSource.fixed(NOW));

    @BeforeAll
    static void schema() {
        database = TestDatabase.fresh("page_test");
    }

    @BeforeEach
    void empty() {
        TestDatabase.run(database, """
                TRUNCATE feeds, hosts, pages, robots, polls, feed_counts, websub, articles, identity_keys, revisions,
                    sightings""");
        TestDatabase.run(database, """
                INSERT INTO feeds (id, name, url, host, source_id, interval_seconds, next_poll_at)
                VALUES ('feed-1', 'n', 'http://feed/', 'feed', 's', 60, now() + interval '1 hour')""");
        page("/story", WHOLE);
    }

    @AfterEach
    void close() {
        fetcher.close();
        site.close();
        elsewhere.close();
    }

    @Test
    void asksForTheRulesFirstThenForThePageAndPublishesTheWholeStory() {
        // given
        robots("User-agent: *\nAllow: /\n");
        await("/story");

        // when
        int turns = work();

        // then
        assertThat(turns).isEqualTo(2);
        assertThat(site.requests("/robots.txt")).hasSize(1);
        assertThat(site.mostAtOnce()).isEqualTo(1);
        assertThat(published).hasSize(1);
        RawArticle article = published.get(0);
        assertThat(article.body()).isEqualTo(WHOLE);
        assertThat(article.summary()).isEqualTo("A teaser.");
        assertThat(article.title()).isEqualTo("Headline");
        assertThat(article.authors()).containsExactly("A. Writer");
        assertThat(article.language()).isEqualTo("en");
        assertThat(article.flags()).isNullOrEmpty();
        assertThat(waiting()).isZero();
        assertThat(TestDatabase.count(
                        database, "SELECT count FROM feed_counts WHERE outcome = 'accepted' AND reason = ''"))
                .isEqualTo(1);
    }

    @Test
    void asksForTheRulesOfASiteOnceADay() {
        // given
        robots("User-agent: *\nAllow: /\n");
        page("/other", WHOLE);
        await("/story");
        await("/other");
        // when
        work();
        // then
        assertThat(published).hasSize(2);
        assertThat(site.requests("/robots.txt")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "User-agent: *\nDisallow: /\n",
                "User-agent: dateline\nDisallow: /story\n\nUser-agent: *\nAllow: /\n",
                "User-agent: *\nCrawl-delay: 301\n"
            })
    void publishesTheTeaserWhereTheRulesForbidThePage(String rules) {
        // given
        robots(rules);
        await("/story");
        // when
        work();
        // then
        assertThat(site.requests("/story")).isEmpty();
        assertThat(published).singleElement().satisfies(article -> {
            assertThat(article.body()).isEqualTo("A teaser.");
            assertThat(article.flags()).containsExactly("page-disallowed");
        });
        assertThat(waiting()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"404,true", "403,true", "410,true", "429,false", "500,false", "503,false"})
    void takesNoRulesForAYesAndAServerInTroubleForANo(int status, boolean fetched) {
        // given
        site.on("/robots.txt", exchange -> exchange.sendResponseHeaders(status, -1));
        await("/story");
        // when
        work();
        // then
        assertThat(site.requests("/story")).hasSize(fetched ? 1 : 0);
        assertThat(TestDatabase.count(
                        database, "SELECT round(extract(epoch FROM expires_at - now()) / 3600) FROM robots"))
                .isEqualTo(fetched ? 24 : 1);
    }

    @Test
    void keepsTheCrawlDelayBetweenPagesAndNotForFeeds() {
        // given
        robots("User-agent: *\nCrawl-delay: 60\n");
        await("/story");
        await("/story?2");
        TestDatabase.run(
                database,
                "INSERT INTO feeds (id, name, url, host, source_id, interval_seconds, next_poll_at)"
                        + " VALUES ('feed-2', 'n', '" + site.url("/feed") + "', '" + site.host() + "', 's', 60,"
                        + " now() + interval '1 hour')");

        // when
        work();

        // then
        assertThat(published).hasSize(1);
        assertThat(TestDatabase.count(
                        database, "SELECT count(*) FROM hosts WHERE next_page_at > now() + interval '50 seconds'"))
                .isEqualTo(1);
        assertThat(TestDatabase.count(
                        database,
                        "SELECT count(*) FROM hosts WHERE host = '" + site.host()
                                + "' AND next_allowed_at > now() + interval '1 second'"))
                .isZero();
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void followsARedirectInTheOtherHostsTurnAndByTheOtherHostsRules() {
        // given
        robots("User-agent: *\nAllow: /\n");
        site.on("/story", exchange -> {
            exchange.getResponseHeaders().set("Location", elsewhere.url("/moved"));
            exchange.sendResponseHeaders(302, -1);
        });
        elsewhere.document("/robots.txt", "text/plain", "User-agent: *\nDisallow: /moved\n", "\"r\"");
        await("/story");

        // when
        int turns = work();

        // then
        assertThat(turns).isEqualTo(4);
        assertThat(elsewhere.requests("/moved")).isEmpty();
        assertThat(published.get(0).flags()).containsExactly("page-disallowed");
    }

    @Test
    void followsRedirectsOfTheRulesAndNeverEndlessly() {
        // given
        site.on("/robots.txt", exchange -> {
            exchange.getResponseHeaders().set("Location", elsewhere.url("/r"));
            exchange.sendResponseHeaders(301, -1);
        });
        elsewhere.on("/r", exchange -> {
            exchange.getResponseHeaders().set("Location", "/r");
            exchange.sendResponseHeaders(301, -1);
        });
        await("/story");
        // when
        work();
        // then
        assertThat(elsewhere.requests("/r")).hasSize(5);
        assertThat(published.get(0).body()).isEqualTo(WHOLE);
    }

    @Test
    void givesUpAfterThreeFailuresAndAtOnceWhereAnotherTryWouldNotHelp() {
        // given
        robots("");
        site.on("/broken", exchange -> exchange.sendResponseHeaders(500, -1));
        await("/broken");
        await("/gone");
        // when
        for (int i = 0; i < 4; i++) {
            work();
            TestDatabase.run(database, "UPDATE pages SET next_try_at = now()");
        }
        // then
        assertThat(site.requests("/broken")).hasSize(3);
        assertThat(site.requests("/gone")).hasSize(1);
        assertThat(published)
                .hasSize(2)
                .allSatisfy(article -> assertThat(article.flags()).containsExactly("page-unavailable"));
    }

    @Test
    void publishesWhatHasWaitedTooLongAsItIs() {
        // given a site that is never asked
        await("/story");
        TestDatabase.run(database, "UPDATE pages SET give_up_at = now()");
        // when
        int given = work.giveUp();
        // then
        assertThat(given).isEqualTo(1);
        assertThat(published.get(0).flags()).containsExactly("page-unavailable");
        assertThat(waiting()).isZero();
    }

    @Test
    void losesNothingWhenTheProcessDiesBetweenFetchingAndPublishing() {
        // given
        robots("");
        await("/story");
        brokerAway = true;
        assertThatThrownBy(this::work).isInstanceOf(IllegalStateException.class);
        assertThat(waiting()).isEqualTo(1);

        // when the lease is over
        brokerAway = false;
        TestDatabase.run(database, "UPDATE hosts SET leased_until = now(), due_at = now()");
        work();

        // then
        assertThat(published).hasSize(1);
        assertThat(published.get(0).revision()).isEqualTo(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void publishesWordsTooThatCameWhileThePageWasFetched() {
        // given
        robots("");
        await("/story");
        site.on("/story", exchange -> {
            queue.add(List.of(item("/story", "Other words.")), Duration.ofHours(1));
            byte[] body = WHOLE.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
        // when
        work();
        // then: the end of the old words' turn did not take the new ones away
        assertThat(published).extracting(RawArticle::summary).containsExactly("A teaser.", "Other words.");
        assertThat(published).extracting(RawArticle::revision).containsExactly(1, 2);
        assertThat(waiting()).isZero();
    }

    @Test
    void publishesNothingOfWhatWasOvertakenWhileThePageWasFetched() {
        // given
        robots("");
        await("/story");
        site.on("/story", exchange -> {
            queue.overtaken("feed-1", List.of(site.url("/story")));
            byte[] body = WHOLE.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
        // when
        work();
        // then
        assertThat(published).isEmpty();
        assertThat(waiting()).isZero();
        assertThat(TestDatabase.count(database, "SELECT count(*) FROM hosts WHERE lease_token IS NOT NULL"))
                .isZero();
    }

    @Test
    void publishesThePagesCanonicalAddressAsAnotherNameOfTheArticle() {
        // given
        robots("");
        canonical = "/the-story";
        await("/story");
        work();
        // when somebody else carries it under that name
        page("/the-story", WHOLE);
        canonical = null;
        queue.add(List.of(WaitingItems.waiting(site, "feed-2", "/the-story", "A teaser.")), Duration.ofHours(1));
        work();
        // then
        assertThat(published).hasSize(1);
        assertThat(TestDatabase.count(database, "SELECT count(*) FROM sightings"))
                .isEqualTo(1);
    }

    @Test
    void doesNotTakeOneNameOnAllPagesForOneArticle() {
        // given
        robots("");
        canonical = "/always-this";
        page("/other", WHOLE);
        await("/story");
        await("/other");
        // when
        work();
        // then
        assertThat(published).extracting(RawArticle::id).doesNotHaveDuplicates().hasSize(2);
    }

    private Extraction extract(byte[] html, String contentType, String url) {
        List<String> text = List.of(new String(html, StandardCharsets.UTF_8).split("\n\n"));
        return new Extraction.Found(new ExtractedPage(
                "Title of the page",
                null,
                List.of("A. Writer"),
                NOW.toString(),
                null,
                "en",
                canonical,
                null,
                null,
                null,
                text));
    }

    /** Uses turns until none has come; returns how many there were. */
    private int work() {
        int turns = 0;
        for (int idle = 0; idle < 20; idle++) {
            List<LeasedPage> pages = database.transaction(connection ->
                    PageQueue.lease(connection, new HostTurns(Duration.ofMinutes(1)).claim(connection, 9)));
            for (LeasedPage page : pages) {
                work.run(page);
                turns++;
                idle = 0;
            }
            TestDatabase.run(database, "SELECT pg_sleep(0.002)");
        }
        return turns;
    }

    private void await(String path) {
        queue.add(List.of(item(path, "A teaser.")), Duration.ofHours(1));
    }

    private WaitingPage item(String path, String words) {
        return WaitingItems.waiting(site, "feed-1", path, words);
    }

    private void robots(String rules) {
        site.document("/robots.txt", "text/plain", rules, "\"r\"");
    }

    private void page(String path, String text) {
        site.document(path, "text/html", text, "\"p\"");
    }

    private static long waiting() {
        return TestDatabase.count(database, "SELECT count(*) FROM pages");
    }
}
