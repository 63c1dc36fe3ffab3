package io.dateline.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.article.RawArticle;
import io.dateline.ingest.identity.Decision;
import io.dateline.ingest.identity.Incoming;
import io.dateline.ingest.identity.Reserved;
import io.dateline.ingest.support.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two sources that bring one article at once: neither is told anything that a crash of the other would make untrue. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
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

        // when it is acknowledged once a second copy has met it, which would wait for a day
        List<Reserved> second = identities.reserve(List.of(article("copy", "other")));
        assertThat(second.get(0).decision()).isEqualTo(new Decision.Pending(1));
        List<Reserved> settled =
                new Settling(identities, Duration.ofDays(1)).settle(second, again -> acknowledges.countDown());

        // then
        assertThat(settled).extracting(Reserved::decision).containsExactly(new Decision.Sighting(1));
        assertThat(first.join()).hasSize(1);
        assertThat(published).hasSize(1);
    }

    @Test
    void leavesTheNewOwnerWhatItCorrectsWhileKafkaIsAway() {
        // given a teaser, the whole story of another, and a correction of that which never got to Kafka
        take(teaser("src"));
        assertThat(take(article("whole", "other")).get(0).decision()).isEqualTo(new Decision.Publish(2, false));
        brokerAway = true;
        assertThatThrownBy(() -> take(article("corrected", "other"))).isInstanceOf(BrokerUnavailable.class);
        brokerAway = false;
        TestDatabase.run(database, "UPDATE articles SET tried_at = now() - interval '46 seconds'");

        // when
        Reserved third = take(article("copy", "third")).get(0);

        // then
        assertThat(third.decision()).isEqualTo(new Decision.Sighting(3));
        assertThat(take(article("corrected", "other")).get(0).decision()).isEqualTo(new Decision.Publish(3, true));
    }

    @Test
    void takesOverTheWholeStoryThatNeverGotOutAndWhatItBecameSince() {
        // given a teaser, and the whole story of another that never got to Kafka, nor did its correction
        take(teaser("src"));
        brokerAway = true;
        assertThatThrownBy(() -> take(article("whole", "other"))).isInstanceOf(BrokerUnavailable.class);
        assertThatThrownBy(() -> take(article("corrected", "other"))).isInstanceOf(BrokerUnavailable.class);
        brokerAway = false;
        TestDatabase.run(database, "UPDATE articles SET tried_at = now() - interval '46 seconds'");

        // when
        Reserved third = take(article("copy", "third")).get(0);

        // then
        assertThat(third.decision()).isEqualTo(new Decision.Publish(4, false));
        assertThat(published).extracting(RawArticle::body).endsWith("copy");
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

    private Incoming teaser(String source) {
        Incoming pushed = article("teaser", source);
        return new Incoming(pushed.article().withFullText(false), pushed.origin());
    }
}
