package io.dateline.store.saved;

import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.saved.DeliveryQueue.Outcome;
import io.dateline.store.sql.Sql;
import io.dateline.store.testing.Receiver;
import io.dateline.store.testing.StoreSchema;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change that cannot be read, among others that can. */
class UntoldTest {
    private static final Duration AWHILE = Duration.ofSeconds(60);

    private final Receiver receiver = new Receiver();
    private Post post;
    private SavedQuery saved;

    @BeforeEach
    void open() throws SQLException {
        post = new Post();
        saved = post.save("", receiver.url(), null);
        post.store(story("a"), story("b"), story("c"));
    }

    @AfterEach
    void close() {
        post.close();
        receiver.close();
    }

    /** No version of the store wrote that. */
    private void spoil(long seq) throws SQLException {
        Sql.transaction(post.pool, connection -> {
            Sql.update(connection, "ALTER TABLE revisions DROP CONSTRAINT IF EXISTS revisions_status_check");
            return Sql.update(connection, "UPDATE revisions SET status = 'odd' WHERE seq = ?", seq);
        });
    }

    private WebhookWorker idle() {
        return post.worker("one", Post.LEASE, 200, new Later(new ArrayList<>()));
    }

    private List<String> queued(SavedQuery saved) throws SQLException {
        return StoreSchema.rows(
                post.pool, "SELECT seq FROM webhook_deliveries WHERE saved_id = '" + saved.id() + "' ORDER BY seq");
    }

    /** Whether it went well. */
    private static boolean step(WebhookWorker worker) throws SQLException {
        try {
            worker.step();
            return true;
        } catch (IllegalArgumentException | IllegalStateException unreadable) {
            return false;
        }
    }

    private List<String> queued() throws SQLException {
        return StoreSchema.rows(post.pool, "SELECT seq FROM webhook_deliveries ORDER BY seq");
    }

    @Test
    void isTriedForAWhileAndThenLeftOutByWhatIsSent() throws Exception {
        // Given
        post.work(idle());
        spoil(2);
        WebhookWorker worker = post.worker("one");
        Instant begun = post.clock.instant();

        // When
        await().atMost(AWHILE).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            post.pass(Duration.ofMinutes(1));
            post.work(worker);

            // Then
            assertThat(receiver.ids()).contains(saved.id() + "-1", saved.id() + "-3");
        });
        assertThat(receiver.ids()).doesNotContain(saved.id() + "-2");
        assertThat(post.outcomes).containsOnlyOnce(Outcome.UNTOLD);
        assertThat(Duration.between(begun, post.clock.instant())).isGreaterThan(Duration.ofMinutes(30));
        Delivery left = post.log(saved).get(1);
        assertThat(left.attempts()).isEqualTo(5);
        assertThat(left.state()).isEqualTo("failed");
        assertThat(left.error()).isEqualTo("unreadable");
        // It is no fault of the receiver's.
        assertThat(StoreSchema.rows(post.pool, "SELECT failing_since IS NULL, failed_in_row FROM saved_queries"))
                .containsExactly("t 0");
    }

    @Test
    void isTriedForAWhileAndThenLeftOutByMatching() throws SQLException {
        // Given
        spoil(2);
        WebhookWorker worker = idle();
        Instant begun = post.clock.instant();

        // When
        for (int tries = 0; tries < 100 && queued().size() < 2; tries++) {
            if (!step(worker)) {
                post.pass(Duration.ofMinutes(1));
            }
        }

        // Then
        assertThat(queued()).containsExactly("1", "3");
        assertThat(post.outcomes).containsExactly(Outcome.UNTOLD);
        assertThat(Duration.between(begun, post.clock.instant())).isBetween(Matcher.PATIENCE, Duration.ofMinutes(60));
    }

    @Test
    void behindTheOthersHoldsUpNobodyElse() throws SQLException {
        // Given
        post.work(idle());
        spoil(2);
        SavedQuery behind = post.save("", receiver.url(), 0L);
        WebhookWorker worker = idle();

        for (int i = 0; i < 20; i++) {
            step(worker);
        }
        int last = 3;

        for (int more = 0; more < 3; more++) {
            // When
            post.store(IntStream.range(last, last + 30)
                    .mapToObj(i -> story("s" + i))
                    .toArray(EnrichedArticle[]::new));
            last += 30;
            worker.step();

            // Then: all at once, and without a rest
            assertThat(queued(saved)).hasSize(last).contains(Integer.toString(last));
        }
        assertThat(queued(behind)).containsExactly("1");
        assertThat(post.outcomes).isEmpty();
    }
}
