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
