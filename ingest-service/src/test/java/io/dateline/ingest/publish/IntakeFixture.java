package io.dateline.ingest.publish;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Sighting;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.net.CanonicalUrl;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.contracts.topic.Lane;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.IdentityStore;
import io.dateline.ingest.identity.Incoming;
import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.identity.Reserved;
import io.dateline.ingest.identity.ToldSightings;
import io.dateline.ingest.parse.PushReader;
import io.dateline.ingest.parse.RefusedArticle;
import io.dateline.ingest.support.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** An intake on a real database, with a broker that takes down what it is told and can be away. */
abstract class IntakeFixture {
    static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");
    static Database database;
    static IdentityStore identities;

    final List<RawArticle> published = Collections.synchronizedList(new ArrayList<>());
    final List<Sighting> told = Collections.synchronizedList(new ArrayList<>());
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    volatile boolean brokerAway;
    /** What the next articles wait for, before they are acknowledged; null for nothing. */
    volatile CountDownLatch broker;
    /** How many have begun to wait. */
    final AtomicInteger waiting = new AtomicInteger();
    /** The article that is too large for the broker; null for none. */
    String refused;

    Instant now = NOW;
    Intake intake;
    String unique;

    @BeforeAll
    static void schema() {
        database = TestDatabase.fresh("intake_test");
        identities = new IdentityStore(database, new CanonicalUrl(), Duration.ofSeconds(45));
    }

    @BeforeEach
    void intake() {
        unique = java.util.UUID.randomUUID().toString();
        ArticlePublisher publisher = (articles, lane) -> {
            if (brokerAway) {
                throw new BrokerUnavailable("away", null);
            }
            if (articles.stream().anyMatch(one -> one.id().equals(refused))) {
                throw new BrokerUnavailable("refused", new RecordTooLargeException());
            }
            CountDownLatch acknowledges = broker;
            if (acknowledges != null && !articles.isEmpty()) {
                waiting.incrementAndGet();
                acknowledged(acknowledges);
            }
            published.addAll(articles);
        };
        SightingPublisher tellers = sightings -> {
            if (brokerAway) {
                throw new BrokerUnavailable("away", null);
            }
            told.addAll(sightings);
        };
        intake = new Intake(
                identities,
                publisher,
                new RawArticles(new CanonicalUrl()),
                new Sightings(new ToldSightings(database), tellers, new RawArticles(new CanonicalUrl()), registry),
                new Embargoes(database),
                new StageMetrics(registry, "ingest"),
                () -> now);
    }

    private static void acknowledged(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    List<Reserved> take(Incoming incoming) {
        return intake.take(List.of(incoming), Lane.LIVE, NOW);
    }

    Incoming article(String body, String source) {
        return pushed(
                "{\"title\":\"t\",\"body\":\"" + body + "\",\"url\":\"https://n.example/" + unique + "\"}", source);
    }

    static Incoming pushed(String json, String source) {
        return pushedAt(NOW, json, source);
    }

    static Incoming pushedAt(Instant at, String json, String source) {
        try {
            return new Incoming(
                    PushReader.read(json.getBytes(StandardCharsets.UTF_8), at),
                    Origin.named(Source.Kind.PUSH, source, source));
        } catch (RefusedArticle e) {
            throw new AssertionError(e);
        }
    }
}
