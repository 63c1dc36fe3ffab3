package io.dateline.store.saved;

import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.testing.Receiver;
import io.dateline.store.testing.StoreSchema;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks with much to catch up on, and others beside them. */
class TurnsTest {
    private static final String NOWHERE = "http://127.0.0.1:9/";
    /** Of {@link Post}. */
    private static final int SENDERS = 8;

    private final List<Runnable> given = new ArrayList<>();
    private Post post;

    @BeforeEach
    void open() throws SQLException {
        post = new Post();
    }

    @AfterEach
    void close() {
        post.close();
    }

    private void store(int from, int to) throws SQLException {
        post.store(IntStream.range(from, to).mapToObj(i -> story("s" + i)).toArray(EnrichedArticle[]::new));
    }

    private int told(SavedQuery saved) throws SQLException {
        return Integer.parseInt(StoreSchema.rows(
                        post.pool, "SELECT count(*) FROM webhook_deliveries WHERE saved_id = '" + saved.id() + "'")
                .get(0));
    }

    @Test
    void whoHasHadNoneGoesFirstAndThenWhoHadOneTheLongestAgo() {
        // Given
        Turns turns = new Turns();
        Stream.of("a", "b", "c", "a").forEach(turns::had);

        // When
        List<String> order =
                Stream.of("a", "b", "c", "new").sorted(turns.order()).toList();

        // Then
        assertThat(order).containsExactly("new", "b", "c", "a");
    }

    @Test
    void oneThatIsFarBehindIsMatchedInTurnsWithOneThatIsNearlyThere() throws SQLException {
        // Given
        WebhookWorker worker = post.worker("one", Post.LEASE, 10_000, new Later(given));
        int stored = 3 * Pace.MOST;
        store(0, stored);
        SavedQuery far = post.save("", NOWHERE, 0L);
        SavedQuery near = post.save("", NOWHERE, stored - 2L);

        // When: whoever begins
        worker.step();
        worker.step();

        // Then
        assertThat(told(near)).isEqualTo(2);
        assertThat(told(far)).isEqualTo(Pace.MOST);

        // When
        post.work(worker);

        // Then
        assertThat(told(far)).isEqualTo(stored);
    }

    @Test
    void thoseThatCatchUpLeaveASenderToOneThatIsToldOfTheNews() throws SQLException {
        // Given: more waits for each than is sent in a row
        try (Receiver receiver = new Receiver()) {
            WebhookWorker worker = post.worker("one", Post.LEASE, 200, new Later(given));
            store(0, 25);
            for (int i = 0; i < SENDERS; i++) {
                post.save("", receiver.url(), 0L);
            }
            post.work(worker);
            assertThat(given).hasSize(SENDERS);
            post.pass(Duration.ofMinutes(1));
            SavedQuery news = post.save("", receiver.url(), null);
            store(25, 26);
            post.work(worker);

            // When: each has had a turn
            List<Runnable> turn = List.copyOf(given);
            given.clear();
            turn.forEach(Runnable::run);
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                // Again where one of them was slow to answer.
                worker.step();
                List<Runnable> next = List.copyOf(given);
                given.clear();
                next.forEach(Runnable::run);

                // Then
                assertThat(receiver.ids()).contains(news.id() + "-26");
            });
        }
    }
}
