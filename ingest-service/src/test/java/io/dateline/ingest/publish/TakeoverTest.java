package io.dateline.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.article.RawArticle;
import io.dateline.ingest.identity.Decision;
import io.dateline.ingest.identity.Reserved;
import io.dateline.ingest.support.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Two sources that bring one article at once: neither is told anything that a crash of the other would make untrue. */
class TakeoverTest extends IntakeFixture {
    @Test
    void promisesNothingWhileTheOtherCopyIsOnItsWay() {
        // given a first copy that the broker has not acknowledged
        CountDownLatch acknowledges = new CountDownLatch(1);
        broker = acknowledges;
        CompletableFuture<List<Reserved>> first = CompletableFuture.supplyAsync(() -> take(article("whole", "src")));
        await().atMost(Duration.ofMinutes(1)).until(() -> waiting.get() == 1);

        // when
        assertThatThrownBy(() -> take(article("copy", "other")))
                // then
                .isInstanceOf(BrokerUnavailable.class);
        assertThat(told).isEmpty();

        // when it is safe
        acknowledges.countDown();
        assertThat(first.join().get(0).decision()).isEqualTo(new Decision.Publish(1, false));

        // then
        assertThat(take(article("copy", "other")).get(0).decision()).isEqualTo(new Decision.Sighting(1));
        assertThat(published).extracting(RawArticle::body).containsExactly("whole");
        assertThat(told).hasSize(1);
    }

    @Test
    void answersAsSoonAsTheOtherCopyIsSafe() {
        // given
        CountDownLatch acknowledges = new CountDownLatch(1);
        broker = acknowledges;
        CompletableFuture<List<Reserved>> first = CompletableFuture.supplyAsync(() -> take(article("whole", "src")));
        await().atMost(Duration.ofMinutes(1)).until(() -> waiting.get() == 1);

        // when: as a sender does, again where it is told to
        CompletableFuture<Reserved> second = CompletableFuture.supplyAsync(() -> await().atMost(Duration.ofMinutes(1))
                .ignoreException(BrokerUnavailable.class)
                .until(() -> take(article("copy", "other")).get(0), one -> true));
        acknowledges.countDown();

        // then
        assertThat(second.join().decision()).isEqualTo(new Decision.Sighting(1));
        assertThat(first.join()).hasSize(1);
        assertThat(published).hasSize(1);
    }

    @Test
    void takesOverWhatTheFirstNeverPublished() {
        // given a first copy that was cut off between reserving and publishing
        brokerAway = true;
        assertThatThrownBy(() -> take(article("first", "src"))).isInstanceOf(BrokerUnavailable.class);
        brokerAway = false;
        assertThatThrownBy(() -> take(article("second", "other")))
                .as("it may still be under way")
                .isInstanceOf(BrokerUnavailable.class);

        // when nobody can wait for it any more
        TestDatabase.run(database, "UPDATE articles SET tried_at = now() - interval '46 seconds'");
        Reserved second = take(article("second", "other")).get(0);

        // then
        assertThat(second.decision()).isEqualTo(new Decision.Publish(2, false));
        assertThat(published).extracting(RawArticle::body).containsExactly("second");
        assertThat(take(article("first", "src")).get(0).decision()).isEqualTo(new Decision.Sighting(2));
    }

    @Test
    void takesTheOthersOfABatchWhileOneWaits() {
        // given
        brokerAway = true;
        assertThatThrownBy(() -> take(article("first", "src"))).isInstanceOf(BrokerUnavailable.class);
        brokerAway = false;
        String elsewhere = "{\"title\":\"t\",\"body\":\"b\",\"url\":\"https://n.example/else-" + unique + "\"}";

        // when
        assertThatThrownBy(() -> intake.take(
                        List.of(article("second", "other"), pushed(elsewhere, "other")),
                        io.dateline.contracts.topic.Lane.LIVE,
                        NOW))
                .isInstanceOf(BrokerUnavailable.class);

        // then
        assertThat(published).extracting(RawArticle::body).containsExactly("b");
        assertThat(take(pushed(elsewhere, "other")).get(0).decision()).isEqualTo(new Decision.Unchanged(1));
    }
}
