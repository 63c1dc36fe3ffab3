package io.dateline.ingest.poll;

import io.dateline.contracts.net.AddressGuard;
import io.dateline.contracts.net.CanonicalUrl;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.ingest.fetch.Fetcher;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.IdentityStore;
import io.dateline.ingest.page.PageQueue;
import io.dateline.ingest.parse.DocumentReader;
import io.dateline.ingest.publish.ArticlePublisher;
import io.dateline.ingest.publish.Embargoes;
import io.dateline.ingest.publish.Intake;
import io.dateline.ingest.publish.RawArticles;
import io.dateline.ingest.publish.TestSightings;
import io.dateline.ingest.support.FeedServer;
import io.dateline.ingest.support.FetchConfigs;
import io.dateline.ingest.support.TestDatabase;
import io.dateline.ingest.websub.HubWork;
import io.dateline.ingest.websub.Subscriptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** A poller as the service wires it, on a database of the test's, with short pauses. */
final class TestPoller {
    static final Duration DELAY = Duration.ofMillis(5);

    private TestPoller() {}

    /** May ask these servers, though they are on the loopback. */
    static Fetcher fetcher(FeedServer... servers) {
        return new Fetcher(
                FetchConfigs.with(),
                new AddressGuard(Arrays.stream(servers).map(FeedServer::host).collect(Collectors.toSet())));
    }

    static Poller of(Database database, Fetcher fetcher, ArticlePublisher publisher, MeterRegistry metrics) {
        IdentityStore identities = new IdentityStore(database, new CanonicalUrl(), Duration.ofSeconds(45));
        Intake intake = new Intake(
                identities,
                publisher,
                new RawArticles(new CanonicalUrl()),
                TestSightings.ignored(database),
                new Embargoes(database),
                new StageMetrics(metrics, "ingest"),
                InstantSource.system());
        return new Poller(
                fetcher,
                DocumentReader.ofFeeds(InstantSource.system()),
                new FeedIntake(
                        intake, identities, new CanonicalUrl(), new PageQueue(database), fetcher, Duration.ofHours(1)),
                new HubWork(Optional.of("https://us.example"), new Subscriptions(database), fetcher, DELAY),
                outcomes(),
                InstantSource.system());
    }

    static Outcomes outcomes() {
        return new Outcomes(
                new PollPolicy(Duration.ofHours(1), Duration.ofHours(6), RandomGenerator.getDefault()),
                new FeedJudge(Duration.ofHours(24)),
                new MovePolicy(2, Duration.ZERO),
                DELAY);
    }

    static void empty(Database database) {
        TestDatabase.run(database, """
                TRUNCATE feeds, hosts, pages, robots, polls, feed_counts, websub, articles, identity_keys, revisions,
                    sightings, feed_status_outbox""");
    }
}
