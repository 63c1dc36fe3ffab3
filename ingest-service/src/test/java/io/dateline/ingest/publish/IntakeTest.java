package io.dateline.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.article.Media;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Sighting;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.topic.Lane;
import io.dateline.ingest.history.Fate;
import io.dateline.ingest.identity.Decision;
import io.dateline.ingest.identity.Forgetting;
import io.dateline.ingest.identity.Incoming;
import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.identity.Reserved;
import io.dateline.ingest.support.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntakeTest extends IntakeFixture {
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
    void refusesTheOneThatBreaksARuleAndTakesTheOthers() {
        // given: a source no reader would accept, in the middle
        Incoming good = article("one", "src");
        Incoming bad = new Incoming(good.article(), Origin.feed("feed-1", "No Such Id", "Name"));

        // when
        List<Reserved> answers = intake.take(List.of(good, bad, article("two", "src")), Lane.LIVE, NOW);

        // then
        assertThat(answers)
                .extracting(one -> Intake.outcome(one.decision()))
                .containsExactly("accepted", "rejected", "accepted");
        assertThat(answers.get(1).decision())
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.why()).contains("source is incomplete"));
        assertThat(answers.get(1).incoming()).isSameAs(bad);
        assertThat(published).extracting(RawArticle::revision).containsExactly(1, 2);
        assertThat(intake.fate(answers.get(1), true)).isEqualTo(Fate.rejected("invalid-article"));
        assertThat(registry.get(MetricNames.ARTICLES)
                        .tag(MetricNames.OUTCOME, "rejected")
                        .tag(MetricNames.REASON, "invalid-article")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void cleansWhatNobodyCouldStore() {
        // given: half a character in addresses, a name beyond the limit
        Incoming pushed = pushed(
                "{\"title\":\"t\",\"url\":\"https://n.example/" + unique + "\",\"media\":[{\"url\":"
                        + "\"https://n.example/\\ud800.png\"},{\"url\":\"https://n.example/a.png\"}]}",
                "n".repeat(1_001));

        // when
        Reserved taken = take(pushed).get(0);

        // then
        assertThat(taken.decision()).isInstanceOf(Decision.Publish.class);
        assertThat(published.get(0).media()).extracting(Media::url).containsExactly("https://n.example/a.png");
        assertThat(published.get(0).source().name()).hasSize(1_000);
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
}
