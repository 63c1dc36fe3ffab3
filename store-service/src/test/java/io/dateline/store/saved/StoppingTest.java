package io.dateline.store.saved;

import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.store.saved.WebhookWorker.Step;
import io.dateline.store.sql.Sql;
import io.dateline.store.testing.Receiver;
import io.dateline.store.testing.StoreSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of what is under way when an instance goes. */
class StoppingTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Receiver receiver = new Receiver();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService senders = Executors.newCachedThreadPool();
    private Post post;
    private WebhookWorker worker;
    private SavedQuery saved;

    @BeforeEach
    void open() throws SQLException {
        post = new Post();
        worker = post.worker("one", Post.LEASE, 200, senders);
        saved = post.save("", receiver.url(), null);
        post.store(story("a"), story("b"));
    }

    @AfterEach
    void close() {
        over.countDown();
        senders.shutdownNow();
        post.close();
        receiver.close();
    }

    private void hang() {
        receiver.answers(exchange -> {
            asked.countDown();
            try {
                over.await(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(204, -1);
        });
    }

    private CompletableFuture<Boolean> release(Duration patience) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return worker.release(patience);
            } catch (SQLException | InterruptedException e) {
                throw new CompletionException(e);
            }
        });
    }

    private List<String> states() throws SQLException {
        return StoreSchema.rows(post.pool, "SELECT state FROM webhook_deliveries ORDER BY seq");
    }

    @Test
    void whatIsUnderWayIsWrittenDownBeforeAnotherMayGoOn() throws Exception {
        // Given
        hang();
        post.work(worker);
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        // When
        CompletableFuture<Boolean> released = release(SOON);

        // Then: the other waits, and nothing new is begun
        assertThat(post.worker("two").step()).isEqualTo(Step.ANOTHER_SENDS);
        over.countDown();
        assertThat(released).succeedsWithin(SOON).isEqualTo(true);
        assertThat(states()).containsExactly("delivered", "pending");
        assertThat(receiver.ids()).containsExactly(saved.id() + "-1");
        assertThat(post.work(post.worker("two"))).isEqualTo(Step.NOTHING_NEW);
    }

    @Test
    void whatIsUnderWayForTooLongKeepsTheLease() throws Exception {
        // Given
        hang();
        post.work(worker);
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        // When
        CompletableFuture<Boolean> released = release(Duration.ofMillis(50));

        // Then
        assertThat(released).succeedsWithin(SOON).isEqualTo(false);
        assertThat(post.worker("two").step()).isEqualTo(Step.ANOTHER_SENDS);
    }

    @Test
    void nothingIsSentOnceTheStopHasBegunHoweverFarItWas() throws Exception {
        // Given: a sender that reads its change for a long time
        List<Runnable> dispatched = new ArrayList<>();
        WebhookWorker stopping = post.worker("one", Post.LEASE, 200, new Later(dispatched));
        post.work(stopping);
        assertThat(dispatched).hasSize(1);
        CompletableFuture<Void> sending;
        try (Connection connection = post.pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE revisions IN ACCESS EXCLUSIVE MODE");
            sending = CompletableFuture.runAsync(dispatched.get(0));
            await().atMost(SOON)
                    .until(() -> StoreSchema.rows(
                                            post.pool,
                                            "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'revisions'::regclass")
                                    .size()
                            == 1);

            // When
            stopping.stop();
            connection.rollback();
        }

        // Then
        assertThat(sending).succeedsWithin(SOON);
        assertThat(receiver.requests()).isEmpty();
        assertThat(states()).containsExactly("pending", "pending");
    }

    @Test
    void aDeliveryThatStumblesWaitsForTheNextLook() throws Exception {
        // Given: what is to be sent cannot be read
        post.work(worker);
        await().atMost(SOON).untilAsserted(() -> assertThat(states()).containsOnly("delivered"));
        await().atMost(SOON).untilAsserted(() -> assertThat(post.rung.get()).isEqualTo(1));
        post.store(story("c"));
        List<Runnable> dispatched = new ArrayList<>();
        WebhookWorker stumbling = post.worker("one", Post.LEASE, 200, new Later(dispatched));
        post.work(stumbling);
        rename("revisions", "away");

        // When
        dispatched.get(0).run();

        // Then: it rings no bell, and nothing of it is counted
        assertThat(post.rung.get()).isEqualTo(1);
        assertThat(states()).containsExactly("delivered", "delivered", "pending");

        // When
        rename("away", "revisions");
        post.work(stumbling);
        assertThat(dispatched).hasSize(2);
        dispatched.get(1).run();

        // Then
        assertThat(post.rung.get()).isEqualTo(2);
        assertThat(states()).containsOnly("delivered");
        assertThat(receiver.ids()).containsExactly(saved.id() + "-1", saved.id() + "-2", saved.id() + "-3");
    }

    private void rename(String table, String name) throws SQLException {
        Sql.transaction(post.pool, connection -> Sql.update(connection, "ALTER TABLE " + table + " RENAME TO " + name));
    }
}
