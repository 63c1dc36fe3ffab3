package io.dateline.store.saved;

import static io.dateline.store.testing.Stories.canceled;
import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.store.saved.DeliveryQueue.Outcome;
import io.dateline.store.saved.WebhookWorker.Step;
import io.dateline.store.sql.Sql;
import io.dateline.store.testing.Receiver;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveringTest {
    private final Receiver receiver = new Receiver();
    private final WebhookSecret secret = WebhookSecret.generate(new SecureRandom());
    private final CountDownLatch over = new CountDownLatch(1);
    private Post post;
    private WebhookWorker worker;

    @BeforeEach
    void open() throws SQLException {
        post = new Post(Duration.ofSeconds(2));
        worker = post.worker("one");
    }

    @AfterEach
    void close() {
        over.countDown();
        post.close();
        receiver.close();
    }

    private SavedQuery save() throws SQLException {
        return post.save("place=AZ", receiver.url(), secret, null);
    }

    /** Works until it holds. */
    private void until(ThrowingRunnable holds) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> {
                    post.work(worker);
                    holds.run();
                });
    }

    private void run(String sql) throws SQLException {
        Sql.transaction(post.pool, connection -> Sql.update(connection, sql));
    }

    private Delivery last(SavedQuery saved) throws SQLException {
        return post.log(saved).get(0);
    }

    @Test
    void sendsWhatWaitsAlsoWhileMatchingFails() throws Exception {
        // Given
        SavedQuery saved = save();
        post.store(story("a"));
        post.work(post.worker("one", Post.LEASE, 200, new Later(new ArrayList<>())));
        assertThat(last(saved).state()).isEqualTo("pending");
        run("ALTER TABLE change_counter RENAME TO away");

        // When
        assertThatThrownBy(worker::step).isInstanceOf(SQLException.class);

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(post.outcomes).containsExactly(Outcome.DELIVERED));
    }

    @Test
    void sendsInOrderSignedWithTheChangeAsFollowersOfTheStreamGetIt() throws Exception {
        // Given
        SavedQuery saved = save();

        // When
        post.store(story("a"), story("b"), canceled("b", 2));
        until(() -> assertThat(post.outcomes).hasSize(3));

        // Then
        assertThat(receiver.ids()).containsExactly(saved.id() + "-1", saved.id() + "-2", saved.id() + "-3");
        assertThat(receiver.requests())
                .allSatisfy(request -> assertThat(request.signature()).isEqualTo(request.expected(secret.reveal())));
        JsonNode first = MessageCodec.json().readTree(receiver.requests().get(0).body());
        assertThat(first.at("/type").asText()).isEqualTo("change");
        assertThat(first.at("/savedQuery/id").asText()).isEqualTo(saved.id());
        assertThat(first.at("/savedQuery/name").asText()).isEqualTo("Of the desk");
        assertThat(first.at("/data/seq").asLong()).isEqualTo(1);
        assertThat(first.at("/data/id").asText()).isEqualTo(id("a"));
        assertThat(first.at("/data/item/title").asText()).contains("Azerbaijan");
        JsonNode kill = MessageCodec.json().readTree(receiver.requests().get(2).body());
        assertThat(kill.at("/data/status").asText()).isEqualTo("canceled");
        assertThat(kill.at("/data").has("item")).isFalse();
        // Withdrawn before it was sent: without its text.
        assertThat(receiver.requests().get(1).body()).doesNotContain("Azerbaijan");
        assertThat(post.log(saved))
                .extracting(Delivery::seq, Delivery::state, Delivery::attempts, Delivery::status, Delivery::error)
                .containsExactly(
                        tuple(3L, "delivered", 1, 204, null),
                        tuple(2L, "delivered", 1, 204, null),
                        tuple(1L, "delivered", 1, 204, null));
    }

    @Test
    void triesAgainLaterAndLaterGivesUpAndGoesOn() throws Exception {
        // Given
        SavedQuery saved = save();
        post.store(story("a"), story("b"));
        receiver.answers(500);

        // When
        for (int attempt = 1; attempt <= 8; attempt++) {
            int sent = attempt;
            until(() -> assertThat(post.outcomes).hasSize(sent));
            if (attempt < 8) {
                Duration wait = RetrySchedule.WAITS.get(attempt - 1);
                Delivery head = post.log(saved).get(1);
                assertThat(head.nextAt()).isEqualTo(post.clock.instant().plus(wait));
                assertThat(head.error()).isEqualTo("http-500");
                post.pass(wait.minusSeconds(1));
                post.work(worker);
                assertThat(receiver.requests()).hasSize(sent);
                post.pass(Duration.ofSeconds(1));
            }
        }
        receiver.answers(200);
        until(() -> assertThat(post.outcomes).hasSize(9));

        // Then
        assertThat(receiver.ids().subList(0, 8)).containsOnly(saved.id() + "-1");
        assertThat(receiver.ids().get(8)).isEqualTo(saved.id() + "-2");
        assertThat(post.outcomes.get(7)).isEqualTo(Outcome.FAILED);
        assertThat(post.log(saved)).extracting(Delivery::state).containsExactly("delivered", "failed");
        assertThat(post.get(saved).webhook().failingSince()).isNull();
    }

    @Test
    void waitsAsLongAsTheReceiverAsks() throws Exception {
        // Given
        SavedQuery saved = save();
        receiver.answers(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "300");
            exchange.sendResponseHeaders(503, -1);
        });

        // When
        post.store(story("a"));
        until(() -> assertThat(post.outcomes).hasSize(1));

        // Then
        assertThat(last(saved).nextAt()).isEqualTo(post.clock.instant().plusSeconds(300));
    }

    @Test
    void parksOneThatHasFailedForDaysAndGoesOnWhereItWasWhenItIsSavedAgain() throws Exception {
        // Given
        SavedQuery saved = save();
        post.store(story("a"), story("b"));
        receiver.answers(500);

        // When
        int attempts = 0;
        while (post.get(saved).webhook().parkedAt() == null) {
            int sent = ++attempts;
            until(() -> assertThat(post.outcomes).hasSize(sent));
            post.pass(Duration.ofHours(16));
        }
        post.store(story("c"));
        post.work(worker);

        // Then
        assertThat(post.get(saved).webhook().parkedReason()).isEqualTo("failing");
        assertThat(attempts).isEqualTo(6);
        assertThat(post.log(saved)).hasSize(2);

        // When
        receiver.answers(200);
        Draft again = new Draft("Of the desk", "place=AZ", new Draft.Hook(receiver.url(), null, false, null));
        Sql.transaction(
                post.pool, connection -> post.tables.replace(connection, saved.id(), again, post.clock.instant()));
        until(() -> assertThat(post.log(saved))
                .extracting(Delivery::state)
                .containsExactly("delivered", "delivered", "delivered"));

        // Then
        assertThat(receiver.ids().subList(6, 9))
                .containsExactly(saved.id() + "-1", saved.id() + "-2", saved.id() + "-3");
        assertThat(receiver.requests().get(8).signature())
                .isEqualTo(receiver.requests().get(8).expected(secret.reveal()));
    }

    @Test
    void parksAtOnceOneThatIsGone() throws Exception {
        // Given
        SavedQuery saved = save();
        receiver.answers(410);

        // When
        post.store(story("a"), story("b"));
        until(() -> assertThat(post.get(saved).webhook().parkedReason()).isEqualTo("gone"));
        post.pass(Duration.ofDays(1));
        post.work(worker);

        // Then
        assertThat(receiver.requests()).hasSize(1);
        assertThat(post.log(saved)).extracting(Delivery::state).containsExactly("pending", "pending");
    }

    @Test
    void aReceiverThatHangsDelaysNobodyElse() throws Exception {
        // Given: twelve that refuse, and hang for longer than this test may take once they are asked again
        post.close();
        post = new Post();
        worker = post.worker("one");
        try (Receiver stalling = new Receiver()) {
            AtomicInteger asked = new AtomicInteger();
            stalling.answers(exchange -> {
                if (asked.incrementAndGet() <= 12) {
                    exchange.sendResponseHeaders(500, -1);
                    return;
                }
                try {
                    over.await(40, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            for (int i = 0; i < 12; i++) {
                post.save("", stalling.url(), 0L);
            }
            SavedQuery saved = save();
            post.store(story("a"));
            until(() -> assertThat(post.outcomes).hasSize(13));
            assertThat(post.outcomes).containsOnlyOnce(Outcome.DELIVERED);
            post.pass(Duration.ofMinutes(1));
            post.work(worker);
            await().atMost(Duration.ofSeconds(20)).until(() -> asked.get() > 12);

            // When
            post.store(story("b"));
            until(() -> assertThat(receiver.ids()).contains(saved.id() + "-2"));

            // Then: not one of those that hang had come to an end
            assertThat(post.outcomes.subList(13, post.outcomes.size())).containsOnly(Outcome.DELIVERED);
            over.countDown();
        }
    }

    @Test
    void anotherInstanceWaitsAndTakesOverWhenTheLeaseEnds() throws Exception {
        // Given
        SavedQuery saved = save();
        WebhookWorker standby = post.worker("two");
        post.work(worker);

        // When
        Step waiting = standby.step();
        boolean released = worker.release(Duration.ofSeconds(10));
        post.store(story("a"));
        Step takenOver = post.work(standby);

        // Then
        assertThat(released).isTrue();
        assertThat(waiting).isEqualTo(Step.ANOTHER_SENDS);
        assertThat(takenOver).isEqualTo(Step.NOTHING_NEW);
        assertThat(worker.step()).isEqualTo(Step.ANOTHER_SENDS);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(receiver.ids()).containsExactly(saved.id() + "-1"));
    }

    @Test
    void whatWasSentByOneThatDiedBeforeItWroteThatDownIsSentAgainWithTheSameId() throws Exception {
        // Given
        SavedQuery saved = save();
        CountDownLatch arrived = new CountDownLatch(1);
        receiver.answers(exchange -> {
            // The database goes away from under the sender between the two.
            arrived.countDown();
            try {
                over.await(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(200, -1);
        });
        post.store(story("a"));
        var doomed = Executors.newSingleThreadExecutor();
        WebhookWorker dying = post.worker("dying", Duration.ofSeconds(3), 200, doomed);
        post.work(dying);
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

        // When
        run("ALTER TABLE webhook_deliveries RENAME TO away");
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            doomed.shutdown();
            return doomed.isTerminated();
        });
        run("ALTER TABLE away RENAME TO webhook_deliveries");
        receiver.answers(200);
        until(() -> assertThat(post.log(saved)).extracting(Delivery::state).containsExactly("delivered"));

        // Then
        assertThat(receiver.ids()).containsExactly(saved.id() + "-1", saved.id() + "-1");
        assertThat(receiver.requests().get(0).body().replaceFirst("\"timestamp\":\"[^\"]*\"", ""))
                .isEqualTo(receiver.requests().get(1).body().replaceFirst("\"timestamp\":\"[^\"]*\"", ""));
        assertThat(last(saved).attempts()).isEqualTo(1);
    }

    @Test
    void sendsAgainWhatItIsAskedTo() throws Exception {
        // Given
        SavedQuery saved = save();
        post.store(story("a"), story("b"));
        until(() -> assertThat(post.outcomes).hasSize(2));

        // When
        boolean known = Sql.transaction(
                post.pool, connection -> DeliveryLog.again(connection, saved.id(), 1, post.clock.instant()));
        boolean unknown = Sql.transaction(
                post.pool, connection -> DeliveryLog.again(connection, saved.id(), 99, post.clock.instant()));
        until(() -> assertThat(post.outcomes).hasSize(3));

        // Then
        assertThat(known).isTrue();
        assertThat(unknown).isFalse();
        assertThat(receiver.ids()).containsExactly(saved.id() + "-1", saved.id() + "-2", saved.id() + "-1");
    }

    @Test
    void theOldSecretSignsForADayAfterARotation() throws Exception {
        // Given
        SavedQuery saved = save();
        Draft rotation = new Draft("Of the desk", "place=AZ", new Draft.Hook(receiver.url(), null, true, null));

        // When
        String made = Sql.transaction(
                        post.pool,
                        connection -> post.tables.replace(connection, saved.id(), rotation, post.clock.instant()))
                .orElseThrow()
                .webhook()
                .secret();
        post.store(story("a"));
        until(() -> assertThat(post.outcomes).hasSize(1));
        post.pass(SavedTables.OVERLAP);
        post.store(story("b"));
        until(() -> assertThat(post.outcomes).hasSize(2));

        // Then
        Receiver.Request both = receiver.requests().get(0);
        assertThat(both.signature()).isEqualTo(both.expected(made) + " " + both.expected(secret.reveal()));
        Receiver.Request one = receiver.requests().get(1);
        assertThat(one.signature()).isEqualTo(one.expected(made));
        assertThat(List.of(made)).doesNotContain(secret.reveal());
    }
}
