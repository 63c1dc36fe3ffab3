package io.dateline.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.topic.Lane;
import io.dateline.ingest.identity.Decision;
import io.dateline.ingest.identity.Incoming;
import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.identity.Reserved;
import io.dateline.ingest.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the articles of a feed that is deleted, or added once more. */
class GoneFeedTest extends IntakeFixture {
    private String feed;

    @BeforeEach
    void subscribe() {
        feed = added("paper");
    }

    @Test
    void letsNoStrangerKillWhatTheFeedBrought() {
        // given
        Reserved article = of(feed, "paper", article("one", "x"));
        delete(feed);

        // when
        String kill = "{\"title\":\"t\",\"url\":\"https://n.example/" + unique + "\",\"status\":\"canceled\"}";
        Reserved killed = take(pushed(kill, "stranger")).get(0);

        // then it is a sighting of which nobody is told
        assertThat(killed.id()).isEqualTo(article.id());
        assertThat(killed.decision()).isEqualTo(new Decision.Sighting(1));
        assertThat(published).extracting(RawArticle::status).containsExactly(ArticleStatus.USABLE);
        assertThat(told).isEmpty();
        assertThat(take(article("two", "stranger")).get(0).decision())
                .as("who carries it takes it over as ever")
                .isEqualTo(new Decision.Publish(2, false));
    }

    @Test
    void goesOnWithWhatTheFeedBroughtWhenItIsAddedOnceMore() {
        // given
        Reserved article = of(feed, "paper", article("one", "x"));
        delete(feed);
        String anew = added("paper");

        // when
        Reserved same = of(anew, "paper", article("one", "x"));
        Reserved again = of(anew, "paper", article("one", "x"));
        Reserved edited = of(anew, "paper", article("two", "x"));

        // then nothing is published that readers have
        assertThat(same.decision()).isEqualTo(new Decision.Unchanged(1));
        assertThat(again.decision()).isEqualTo(new Decision.Unchanged(1));
        assertThat(edited)
                .extracting(Reserved::id, Reserved::decision)
                .containsExactly(article.id(), new Decision.Publish(2, false));
        assertThat(published).extracting(RawArticle::revision).containsExactly(1, 2);
        assertThat(told).isEmpty();
        assertThat(TestDatabase.count(
                        database,
                        "SELECT count(*) FROM articles WHERE NOT owner_moved AND owner = '" + anew + "' AND id = '"
                                + article.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void adoptsAndRevisesWithinOneBatch() {
        // given
        of(feed, "paper", article("one", "x"));
        delete(feed);
        Origin anew = Origin.feed(added("paper"), "paper", "Paper");

        // when
        List<Reserved> taken = intake.take(
                List.of(
                        new Incoming(article("one", "x").article(), anew),
                        new Incoming(article("two", "x").article(), anew),
                        new Incoming(article("two", "x").article(), anew)),
                Lane.LIVE,
                NOW);

        // then
        assertThat(taken)
                .extracting(Reserved::decision)
                .containsExactly(new Decision.Unchanged(1), new Decision.Publish(2, false), new Decision.Unchanged(2));
    }

    @Test
    void publishesAgainUnderTheNameOfAnotherSource() {
        // given
        of(feed, "paper", article("one", "x"));
        delete(feed);

        // when
        Reserved taken = of(added("gazette"), "gazette", article("one", "x"));

        // then readers learn whose it is now
        assertThat(taken.decision()).isEqualTo(new Decision.Publish(2, false));
        assertThat(published).extracting(one -> one.source().id()).containsExactly("paper", "gazette");
    }

    @Test
    void releasesWhatTheFeedBroughtUnderEmbargo() {
        // given
        String json = "{\"title\":\"t\",\"body\":\"b\",\"url\":\"https://n.example/" + unique
                + "\",\"embargoUntil\":\"2126-01-10T12:00:00Z\"}";
        Reserved held = of(feed, "paper", pushed(json, "x"));
        delete(feed);
        Reserved anew = of(added("paper"), "paper", pushed(json, "x"));
        TestDatabase.run(database, "UPDATE embargoes SET ends_at = now() WHERE article_id = '" + held.id() + "'");

        // when
        int released = intake.release(10);

        // then
        assertThat(anew.decision()).isEqualTo(new Decision.Unchanged(1));
        assertThat(released).isEqualTo(1);
        assertThat(published)
                .extracting(RawArticle::status)
                .containsExactly(ArticleStatus.WITHHELD, ArticleStatus.USABLE);
    }

    private Reserved of(String owner, String source, Incoming incoming) {
        Incoming item = new Incoming(incoming.article(), Origin.feed(owner, source, "Paper"));
        return intake.take(List.of(item), Lane.LIVE, NOW).get(0);
    }

    private static String added(String source) {
        String id = "feed-" + java.util.UUID.randomUUID();
        TestDatabase.run(
                database,
                "INSERT INTO feeds (id, name, url, host, source_id, interval_seconds) VALUES ('" + id
                        + "', 'Paper', 'https://n.example/" + id + "', 'n.example', '" + source + "', 300)");
        return id;
    }

    private static void delete(String id) {
        TestDatabase.run(database, "DELETE FROM feeds WHERE id = '" + id + "'");
    }
}
