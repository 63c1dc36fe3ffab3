package io.dateline.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Sighting;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.contracts.topic.Lane;
import io.dateline.ingest.identity.CanonicalUrl;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.Decision;
import io.dateline.ingest.identity.Forgetting;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");
    /** A century ahead, so that only a test that moves it sees its end. */
    private static final Instant EMBARGO_END = Instant.parse("2126-01-10T12:00:00Z");

    private static Database database;
    private static IdentityStore identities;

    private final List<RawArticle> published = Collections.synchronizedList(new ArrayList<>());
    private final List<Sighting> told = Collections.synchronizedList(new ArrayList<>());
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private boolean brokerAway;
    private Instant now = NOW;
    private Intake intake;
    private String unique;

    @BeforeAll
    static void schema() {
        database = TestDatabase.fresh("intake_test");
        identities = new IdentityStore(database, new CanonicalUrl());
    }

    @BeforeEach
    void intake() {
        unique = java.util.UUID.randomUUID().toString();
        ArticlePublisher publisher = (articles, lane) -> {
            if (brokerAway) {
                throw new BrokerUnavailable("away", null);
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

    @Test
    void publishesAgainWhatWasCutOffBetweenReservingAndPublishing() {
        // given
        brokerAway = true;
        assertThatThrownBy(() -> take(article("one", "src"))).isInstanceOf(BrokerUnavailable.class);
        assertThat(published).isEmpty();
        brokerAway = false;

        // when
        List<Reserved> again = take(article("one", "src"));

        // then
        assertThat(again.get(0).decision()).isEqualTo(new Decision.Publish(1, true));
        assertThat(published).extracting(RawArticle::revision).containsExactly(1);
        assertThat(take(article("one", "src")).get(0).decision()).isEqualTo(new Decision.Unchanged(1));
    }

    @Test
    void neverReusesANumberForOtherContent() {
        // given
        take(article("one", "src"));
        brokerAway = true;
        assertThatThrownBy(() -> take(article("two", "src"))).isInstanceOf(BrokerUnavailable.class);
        brokerAway = false;

        // when
        List<Reserved> third = take(article("three", "src"));

        // then
        assertThat(third.get(0).decision()).isEqualTo(new Decision.Publish(3, false));
    }

    @Test
    void takesTheSameArticleTwiceInOneBatch() {
        // given
        List<Incoming> batch =
                List.of(article("one", "src"), article("one", "src"), article("two", "src"), article("one", "other"));

        // when
        List<Reserved> reserved = intake.take(batch, Lane.LIVE, NOW);

        // then
        assertThat(reserved)
                .extracting(
                        one -> Intake.outcome(one.decision()) + one.decision().revision())
                .startsWith("accepted1", "unchanged1", "accepted2");
        assertThat(reserved)
                .extracting(Reserved::id)
                .containsOnly(reserved.get(0).id());
    }

    @Test
    void knowsAnArticleByItsAddressWhateverTracksIt() {
        // given
        Reserved first = take(article("one", "src")).get(0);

        // when
        Reserved second = take(pushed(
                        "{\"title\":\"t\",\"url\":\"http://n.example/" + unique + "?utm_medium=rss#c\"}", "other"))
                .get(0);

        // then
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.decision()).isInstanceOf(Decision.Sighting.class);
    }

    @Test
    void tellsOfEachOtherSourceAndAddressOnce() {
        // given
        Reserved first = take(article("one", "src")).get(0);
        assertThat(told).isEmpty();

        // when: polled again and again, on both lanes, at an address that only tracks its readers, twice in a batch
        Incoming other = article("one", "other");
        take(other);
        take(pushed("{\"title\":\"t\",\"url\":\"https://n.example/" + unique + "?utm_medium=rss\"}", "other"));
        intake.take(List.of(other, other, article("one", "third")), Lane.BULK, NOW.plusSeconds(60));

        // then
        assertThat(told)
                .containsExactly(
                        new Sighting(first.id(), 1, source("other"), "https://n.example/" + unique, "t", NOW),
                        new Sighting(
                                first.id(),
                                1,
                                source("third"),
                                "https://n.example/" + unique,
                                "t",
                                NOW.plusSeconds(60)));
        assertThat(published).hasSize(1);
        assertThat(registry.get(MetricNames.SIGHTINGS).counter().count()).isEqualTo(2);
    }

    @Test
    void tellsAgainOfASightingThatKafkaNeverAcknowledged() {
        // given
        take(article("one", "src"));
        brokerAway = true;
        assertThatThrownBy(() -> take(article("one", "other"))).isInstanceOf(BrokerUnavailable.class);
        brokerAway = false;

        // when
        take(article("one", "other"));
        take(article("one", "other"));

        // then
        assertThat(told).hasSize(1);
    }

    @Test
    void forgetsWhatItToldWithTheArticle() {
        // given
        Reserved first = take(article("one", "src")).get(0);
        take(article("one", "other"));
        TestDatabase.run(
                database,
                "UPDATE articles SET last_seen = now() - interval '401 days' WHERE id = '" + first.id() + "'");

        // when
        new Forgetting(database, Duration.ofDays(400)).forget(10);

        // then
        assertThat(TestDatabase.count(
                        database, "SELECT count(*) FROM told_sightings WHERE article_id = '" + first.id() + "'"))
                .isZero();
    }

    private static Source source(String name) {
        return Origin.named(Source.Kind.PUSH, name, name).source();
    }

    @Test
    void tellsTwoStableIdsAtOneAddressApart() {
        // given
        String json = "{\"id\":\"%s-" + unique + "\",\"title\":\"t\",\"url\":\"http://n.example/" + unique + "\"}";
        Reserved first = take(pushed(json.formatted("a"), "src")).get(0);

        // when
        Reserved second = take(pushed(json.formatted("b"), "src")).get(0);

        // then
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void previewsWithoutLeavingATrace() {
        // given
        long before = TestDatabase.count(database, "SELECT count(*) FROM articles");

        // when
        List<Reserved> preview = identities.preview(List.of(article("one", "src")));

        // then
        assertThat(TestDatabase.count(database, "SELECT count(*) FROM articles"))
                .isEqualTo(before);
        assertThat(take(article("one", "src")).get(0).id())
                .isEqualTo(preview.get(0).id());
    }

    @Test
    void agreesWhenManyMeetTheSameArticlesAtOnce() throws Exception {
        // given
        List<Callable<List<Reserved>>> senders = new ArrayList<>();
        for (int sender = 0; sender < 6; sender++) {
            List<Incoming> batch = new ArrayList<>(IntStream.range(0, 100)
                    .mapToObj(
                            i -> pushed("{\"title\":\"t\",\"url\":\"http://n.example/" + unique + "/" + i + "\"}", "s"))
                    .toList());
            Collections.shuffle(batch, new java.util.Random(sender));
            senders.add(() -> intake.take(batch, Lane.LIVE, NOW));
        }
        ExecutorService threads = Executors.newFixedThreadPool(6);

        // when
        List<Future<List<Reserved>>> answers = threads.invokeAll(senders);

        // then
        threads.shutdown();
        for (Future<List<Reserved>> answer : answers) {
            assertThat(answer.get())
                    .extracting(one -> one.decision().revision())
                    .containsOnly(1);
        }
        assertThat(published).extracting(RawArticle::id).hasSizeGreaterThanOrEqualTo(100);
        assertThat(published.stream().map(RawArticle::id).distinct()).hasSize(100);
    }

    @Test
    void publishesAWithheldArticleWhenItsEmbargoEnds() {
        // given
        Reserved withheld = take(embargoed("one", "src")).get(0);
        assertThat(published.get(0).status()).isEqualTo(ArticleStatus.WITHHELD);
        assertThat(intake.release(10)).as("before its time").isZero();

        // when
        endEmbargo(withheld.id());
        int released = intake.release(10);

        // then
        assertThat(released).isEqualTo(1);
        assertThat(published.get(1))
                .extracting(RawArticle::id, RawArticle::revision, RawArticle::status, RawArticle::body)
                .containsExactly(withheld.id(), 2, ArticleStatus.USABLE, "one");
        assertThat(intake.release(10)).as("a second time").isZero();
    }

    @Test
    void takesTheSameCopySentAfterTheEmbargoForUnchanged() {
        // given
        Reserved withheld = take(embargoed("one", "src")).get(0);
        endEmbargo(withheld.id());
        intake.release(10);

        // when
        List<Reserved> again = take(pushedAt(EMBARGO_END.plusSeconds(1), embargoedJson("one"), "src"));

        // then
        assertThat(again.get(0).decision()).isEqualTo(new Decision.Unchanged(2));
    }

    @Test
    void doesNotReleaseWhatItsOwnerCanceledMeanwhile() {
        // given
        Reserved withheld = take(embargoed("one", "src")).get(0);
        take(pushed(embargoedJson("one").replace("\"title\"", "\"status\":\"canceled\",\"title\""), "src"));
        endEmbargo(withheld.id());

        // when
        int released = intake.release(10);

        // then
        assertThat(released).isZero();
        assertThat(published)
                .extracting(RawArticle::status)
                .containsExactly(ArticleStatus.WITHHELD, ArticleStatus.CANCELED);
        assertThat(TestDatabase.count(database, "SELECT count(*) FROM embargoes"))
                .isZero();
    }

    @Test
    void releasesUnderTheReservedNumberWhereAnEarlierTryWasCutOff() {
        // given
        Reserved withheld = take(embargoed("one", "src")).get(0);
        endEmbargo(withheld.id());
        brokerAway = true;
        assertThatThrownBy(() -> intake.release(10)).isInstanceOf(BrokerUnavailable.class);
        brokerAway = false;
        TestDatabase.run(database, "UPDATE embargoes SET leased_until = now() - interval '1 s'");

        // when
        intake.release(10);

        // then
        assertThat(published).extracting(RawArticle::revision).containsExactly(1, 2);
    }

    @Test
    void keepsTheKillOfSomethingUnknownAndRaisesAnAlarm() {
        // when
        Reserved kill = take(pushed(
                        embargoedJson("gone").replace("\"title\"", "\"status\":\"canceled\",\"title\""), "s"))
                .get(0);

        // then
        assertThat(kill.decision()).isEqualTo(new Decision.Publish(1, false));
        assertThat(published.get(0).status()).isEqualTo(ArticleStatus.CANCELED);
        assertThat(registry.get(MetricNames.ARTICLES)
                        .tag(MetricNames.LANE, "live")
                        .tag(MetricNames.REASON, MetricNames.KILL_UNKNOWN)
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void forgetsNamesButNeverANumber() {
        // given
        Reserved first = take(article("one", "src")).get(0);
        TestDatabase.run(
                database,
                "UPDATE articles SET last_seen = now() - interval '401 days' WHERE id = '" + first.id() + "'");
        Forgetting forgetting = new Forgetting(database, Duration.ofDays(400));

        // when
        int forgotten = forgetting.forget(10);

        // then
        assertThat(forgotten).isEqualTo(1);
        assertThat(forgetting.forget(10)).isZero();
        assertThat(TestDatabase.count(
                        database, "SELECT count(*) FROM identity_keys WHERE article_id = '" + first.id() + "'"))
                .isZero();
        assertThat(take(article("two", "src")).get(0))
                .extracting(Reserved::id, Reserved::decision)
                .containsExactly(first.id(), new Decision.Publish(2, false));
    }

    private void endEmbargo(String id) {
        now = EMBARGO_END;
        TestDatabase.run(database, "UPDATE embargoes SET ends_at = now() WHERE article_id = '" + id + "'");
    }

    private Incoming embargoed(String body, String source) {
        return pushed(embargoedJson(body), source);
    }

    private String embargoedJson(String body) {
        return "{\"title\":\"t\",\"body\":\"" + body + "\",\"url\":\"https://n.example/" + unique
                + "\",\"embargoUntil\":\"" + EMBARGO_END + "\"}";
    }

    private List<Reserved> take(Incoming incoming) {
        return intake.take(List.of(incoming), Lane.LIVE, NOW);
    }

    private Incoming article(String body, String source) {
        return pushed(
                "{\"title\":\"t\",\"body\":\"" + body + "\",\"url\":\"https://n.example/" + unique + "\"}", source);
    }

    private static Incoming pushed(String json, String source) {
        return pushedAt(NOW, json, source);
    }

    private static Incoming pushedAt(Instant at, String json, String source) {
        try {
            return new Incoming(
                    PushReader.read(json.getBytes(StandardCharsets.UTF_8), at),
                    Origin.named(Source.Kind.PUSH, source, source));
        } catch (RefusedArticle e) {
            throw new AssertionError(e);
        }
    }
}
