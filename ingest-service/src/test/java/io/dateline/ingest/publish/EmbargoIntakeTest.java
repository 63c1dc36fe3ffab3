package io.dateline.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.ingest.identity.Decision;
import io.dateline.ingest.identity.Incoming;
import io.dateline.ingest.identity.Reserved;
import io.dateline.ingest.support.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is withheld for a time, and what its owner says meanwhile. */
class EmbargoIntakeTest extends IntakeFixture {
    /** A century ahead, so that only a test that moves it sees its end. */
    private static final Instant EMBARGO_END = Instant.parse("2126-01-10T12:00:00Z");

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
    void releasesTheOthersWhereOneRowCannotBeRead() {
        // given a row that another version wrote, whose embargo ended first
        Reserved bad = take(embargoed("bad", "src")).get(0);
        String badUnique = unique;
        unique = java.util.UUID.randomUUID().toString();
        Reserved good = take(embargoed("good", "src")).get(0);
        endEmbargo(good.id());
        TestDatabase.run(
                database,
                "UPDATE embargoes SET content = '{\"article\": 1}', ends_at = now() - interval '1 hour' WHERE article_id = '"
                        + bad.id() + "'");

        // when
        int released = intake.release(10);

        // then
        assertThat(released).isEqualTo(1);
        assertThat(published.get(2))
                .extracting(RawArticle::id, RawArticle::revision)
                .containsExactly(good.id(), 2);
        assertThat(new Embargoes(database).stuck()).isEqualTo(1);
        assertThat(intake.release(10)).as("before its next try").isZero();

        // when its sender sends it again without an embargo, and its next try is due
        unique = badUnique;
        take(article("bad", "src"));
        tryNow(bad.id());
        assertThat(intake.release(10)).isZero();

        // then
        assertThat(new Embargoes(database).stuck()).isZero();
        assertThat(published.get(3))
                .extracting(RawArticle::id, RawArticle::revision, RawArticle::status)
                .containsExactly(bad.id(), 2, ArticleStatus.USABLE);
    }

    @Test
    void keepsARowThatCannotBeReadWhereOnlyItsOwnReleaseWasReserved() {
        // given a release that was cut off, and a row that another version made of it
        Reserved bad = take(embargoed("one", "src")).get(0);
        endEmbargo(bad.id());
        brokerAway = true;
        assertThatThrownBy(() -> intake.release(10)).isInstanceOf(BrokerUnavailable.class);
        brokerAway = false;
        TestDatabase.run(
                database, "UPDATE embargoes SET content = 'x' || content WHERE article_id = '" + bad.id() + "'");

        // when
        assertThat(intake.release(10)).isZero();

        // then
        assertThat(new Embargoes(database).stuck()).isEqualTo(1);

        // when it can be read again
        TestDatabase.run(
                database, "UPDATE embargoes SET content = substr(content, 2) WHERE article_id = '" + bad.id() + "'");
        tryNow(bad.id());
        assertThat(intake.release(10)).isEqualTo(1);

        // then
        assertThat(published).extracting(RawArticle::revision).containsExactly(1, 2);
        assertThat(new Embargoes(database).stuck()).isZero();
    }

    @Test
    void keepsTheRowWhileAnotherPublishesTheSame() {
        // given a release that was cut off, and another that took the article over and has not published it yet
        Reserved withheld = take(embargoed("one", "src")).get(0);
        endEmbargo(withheld.id());
        brokerAway = true;
        assertThatThrownBy(() -> intake.release(10)).isInstanceOf(BrokerUnavailable.class);
        brokerAway = false;
        TestDatabase.run(
                database,
                "UPDATE articles SET owner = 'push-other', owner_moved = true, owner_since = head_revision,"
                        + " tried_at = now() WHERE id = '" + withheld.id() + "'");

        // when
        assertThat(intake.release(10)).isZero();

        // then
        assertThat(published).hasSize(1);
        assertThat(TestDatabase.count(
                        database,
                        "SELECT count(*) FROM embargoes WHERE failures = 0 AND leased_until > now() AND article_id = '"
                                + withheld.id() + "'"))
                .isEqualTo(1);

        // when the other never did
        TestDatabase.run(database, "UPDATE articles SET tried_at = now() - interval '46 seconds'");
        tryNow(withheld.id());

        // then
        assertThat(intake.release(10)).isEqualTo(1);
        assertThat(published).extracting(RawArticle::status).endsWith(ArticleStatus.USABLE);
    }

    @Test
    void releasesTheOthersWhereTheBrokerRefusesOne() {
        // given
        Reserved bad = take(embargoed("bad", "src")).get(0);
        unique = java.util.UUID.randomUUID().toString();
        Reserved good = take(embargoed("good", "src")).get(0);
        endEmbargo(bad.id());
        endEmbargo(good.id());
        refused = bad.id();

        // when
        int released = intake.release(10);

        // then
        assertThat(released).isEqualTo(1);
        assertThat(published.get(2))
                .extracting(RawArticle::id, RawArticle::revision)
                .containsExactly(good.id(), 2);
        assertThat(new Embargoes(database).stuck()).isEqualTo(1);

        // when what was wrong is mended, and its next try is due
        refused = null;
        tryNow(bad.id());
        assertThat(intake.release(10)).isEqualTo(1);

        // then
        assertThat(new Embargoes(database).stuck()).isZero();
    }

    @Test
    void releasesWhatNobodyHeardOfBecauseKafkaWasAway() {
        // given a push that was cut off, and whose sender does not try again
        brokerAway = true;
        assertThatThrownBy(() -> take(embargoed("one", "src"))).isInstanceOf(BrokerUnavailable.class);
        brokerAway = false;
        now = EMBARGO_END;
        TestDatabase.run(database, "UPDATE embargoes SET ends_at = now()");

        // when
        int released = intake.release(10);

        // then
        assertThat(released).isEqualTo(1);
        assertThat(published).extracting(RawArticle::status).containsExactly(ArticleStatus.USABLE);
    }

    private void endEmbargo(String id) {
        now = EMBARGO_END;
        TestDatabase.run(database, "UPDATE embargoes SET ends_at = now() WHERE article_id = '" + id + "'");
    }

    private static void tryNow(String id) {
        TestDatabase.run(database, "UPDATE embargoes SET leased_until = NULL WHERE article_id = '" + id + "'");
    }

    private Incoming embargoed(String body, String source) {
        return pushed(embargoedJson(body), source);
    }

    private String embargoedJson(String body) {
        return "{\"title\":\"t\",\"body\":\"" + body + "\",\"url\":\"https://n.example/" + unique
                + "\",\"embargoUntil\":\"" + EMBARGO_END + "\"}";
    }
}
