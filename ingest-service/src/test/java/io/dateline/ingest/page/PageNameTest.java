package io.dateline.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.net.AddressGuard;
import io.dateline.contracts.net.CanonicalUrl;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.ingest.extract.ExtractedPage;
import io.dateline.ingest.extract.Extraction;
import io.dateline.ingest.fetch.Fetcher;
import io.dateline.ingest.host.HostTurns;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.Decision;
import io.dateline.ingest.identity.IdentityStore;
import io.dateline.ingest.identity.Incoming;
import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.identity.Reserved;
import io.dateline.ingest.parse.PushReader;
import io.dateline.ingest.parse.RefusedArticle;
import io.dateline.ingest.publish.BrokerUnavailable;
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
import org.junit.jupiter.api.Test;

/** A page that calls itself what somebody else brings at the same moment. */
class PageNameTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-10T12:00:00Z"));

    private final Database database = TestDatabase.fresh("page_name_test");
    private final FeedServer site = new FeedServer();
    private final Fetcher fetcher = new Fetcher(FetchConfigs.with(), new AddressGuard(Set.of(site.host())));
    private final IdentityStore identities = new IdentityStore(database, new CanonicalUrl(), Duration.ofMinutes(45));
    private final List<RawArticle> published = new ArrayList<>();

    @AfterEach
    void close() {
        fetcher.close();
        site.close();
    }

    @Test
    void waitsForTheOtherRatherThanBecomeASecondArticle() throws RefusedArticle {
        // given what another has reserved and not published
        TestDatabase.run(database, """
                INSERT INTO feeds (id, name, url, host, source_id, interval_seconds, next_poll_at)
                VALUES ('feed-1', 'n', 'http://feed/', 'feed', 's', 60, now() + interval '1 hour')""");
        site.document("/robots.txt", "text/plain", "", "\"r\"");
        site.document("/story", "text/html", "The whole story.", "\"p\"");
        String pushed = "{\"title\":\"t\",\"body\":\"Whole.\",\"url\":\"" + site.url("/the-story") + "\"}";
        Incoming others = new Incoming(
                PushReader.read(pushed.getBytes(StandardCharsets.UTF_8), CLOCK.instant()),
                Origin.named(Source.Kind.PUSH, "other", "other"));
        Reserved first = identities.reserve(List.of(others)).get(0);
        new PageQueue(database)
                .add(List.of(WaitingItems.waiting(site, "feed-1", "/story", "A teaser.")), Duration.ofHours(1));

        // when
        assertThatThrownBy(this::work).isInstanceOf(BrokerUnavailable.class);

        // then
        assertThat(published).isEmpty();
        assertThat(count("articles")).isEqualTo(1);
        assertThat(count("pages")).isEqualTo(1);

        // when the other is safe, and the lease is over
        identities.acknowledged(List.of(first));
        TestDatabase.run(database, "UPDATE hosts SET leased_until = now(), due_at = now()");
        work();

        // then
        assertThat(first.decision()).isEqualTo(new Decision.Publish(1, false));
        assertThat(published).isEmpty();
        assertThat(count("sightings")).isEqualTo(1);
        assertThat(count("articles")).isEqualTo(1);
        assertThat(count("pages")).isZero();
    }

    /** Uses turns until none has come. */
    private void work() {
        PageWork work = new PageWork(
                new PageWork.Settings("Dateline/0.1", Duration.ofMillis(1), Duration.ofMinutes(5), 3),
                database,
                fetcher,
                (html, type, url) -> new Extraction.Found(new ExtractedPage(
                        "Title", null, List.of(), null, null, "en", "/the-story", null, null, null, List.of("Whole."))),
                identities,
                new Intake(
                        identities,
                        (articles, lane) -> published.addAll(articles),
                        new RawArticles(new CanonicalUrl()),
                        TestSightings.ignored(database),
                        new Embargoes(database),
                        new StageMetrics(new SimpleMeterRegistry(), "ingest"),
                        CLOCK),
                CLOCK);
        for (int idle = 0; idle < 20; idle++) {
            for (LeasedPage page : database.transaction(connection ->
                    PageQueue.lease(connection, new HostTurns(Duration.ofMinutes(1)).claim(connection, 9)))) {
                work.run(page);
                idle = 0;
            }
            TestDatabase.run(database, "SELECT pg_sleep(0.002)");
        }
    }

    private long count(String table) {
        return TestDatabase.count(database, "SELECT count(*) FROM " + table);
    }
}
