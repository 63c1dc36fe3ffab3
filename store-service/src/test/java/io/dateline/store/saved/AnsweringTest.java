package io.dateline.store.saved;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.store.saved.DeliveryQueue.Head;
import io.dateline.store.saved.DeliveryQueue.Outcome;
import io.dateline.store.sql.Sql;
import io.dateline.store.testing.StoreSchema;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What answers change, of which webhook, and what they lock; and which secrets sign. Nothing is sent. */
class AnsweringTest {
    private static final String OLD = "http://127.0.0.1:9/old";
    private static final String NEW = "http://127.0.0.1:9/new";
    private static final Answer ARRIVED = Answer.of(204, null);
    private static final Answer BROKEN = Answer.of(500, null);
    private static final Answer GONE = Answer.of(410, null);

    private Post post;
    private DeliveryQueue queue;

    @BeforeEach
    void open() throws SQLException {
        post = new Post();
        queue = new DeliveryQueue(post.pool, new RetrySchedule(() -> 0.5), Duration.ofDays(3), 3);
    }

    @AfterEach
    void close() {
        post.close();
    }

    private SavedQuery waiting() throws SQLException {
        SavedQuery saved = post.save("", OLD, null);
        StoreSchema.rows(post.pool, """
                INSERT INTO webhook_deliveries (saved_id, seq, article_id, revision, state, queued_at, next_at)
                VALUES ('%s', 1, 'a', 1, 'pending', '%s', '%s') RETURNING seq
                """.formatted(saved.id(), post.clock.instant(), post.clock.instant()));
        return saved;
    }

    private Head head(SavedQuery saved) throws SQLException {
        return queue.head(saved.id(), post.clock.instant()).orElseThrow();
    }

    private void put(SavedQuery saved, Draft.Hook hook) throws SQLException {
        Draft draft = new Draft("n", "", hook);
        Sql.transaction(
                post.pool, connection -> post.tables.replace(connection, saved.id(), draft, post.clock.instant()));
    }

    private Delivery only(SavedQuery saved) throws SQLException {
        return post.log(saved).get(0);
    }

    private Outcome record(Head head, Answer answer) {
        try {
            return queue.record(head, answer, post.clock.instant());
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    @Test
    void aFailureWaitsForNobodyWhoMatches() throws Exception {
        // Given
        SavedQuery saved = waiting();
        Head head = head(saved);
        try (Connection matching = post.pool.getConnection()) {
            matching.setAutoCommit(false);
            WebhookCursor.lock(matching);

            // When
            CompletableFuture<Outcome> recorded = CompletableFuture.supplyAsync(() -> record(head, BROKEN));

            // Then
            assertThat(recorded).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(Outcome.RETRIED);
            matching.rollback();
        }
        assertThat(only(saved).attempts()).isEqualTo(1);
    }

    @Test
    void parkingWaitsForWhoMatchesAndIsDoneThen() throws Exception {
        // Given
        SavedQuery saved = waiting();
        Head head = head(saved);
        CompletableFuture<Outcome> recorded;
        try (Connection matching = post.pool.getConnection()) {
            matching.setAutoCommit(false);
            WebhookCursor.lock(matching);

            // When
            recorded = CompletableFuture.supplyAsync(() -> record(head, GONE));
            assertThat(recorded).failsWithin(Duration.ofMillis(300));
            matching.rollback();
        }

        // Then
        assertThat(recorded).succeedsWithin(Duration.ofSeconds(5));
        assertThat(post.get(saved).webhook().parkedReason()).isEqualTo("gone");
    }

    @Test
    void anAnswerOfTheOldAddressChangesNothingOfTheNewOne() throws SQLException {
        for (Answer answer : List.of(ARRIVED, BROKEN, GONE)) {
            // Given
            SavedQuery saved = waiting();
            Head head = head(saved);

            // When
            put(saved, new Draft.Hook(NEW, null, false, null));
            Outcome outcome = record(head, answer);

            // Then
            assertThat(outcome).isEqualTo(Outcome.RETRIED);
            assertThat(only(saved).state()).isEqualTo("pending");
            assertThat(only(saved).attempts()).isZero();
            assertThat(post.get(saved).webhook().failingSince()).isNull();
            assertThat(post.get(saved).webhook().parkedAt()).isNull();
            assertThat(head(saved).url()).isEqualTo(NEW);
        }
    }

    @Test
    void triesOfTheReceiverAndOfReadingAreCountedEachForThemselves() throws SQLException {
        // Given: nearly given up by the receiver
        SavedQuery saved = waiting();
        for (int i = 0; i < 7; i++) {
            assertThat(record(next(saved), BROKEN)).isEqualTo(Outcome.RETRIED);
        }

        // When / Then: it is not read for a while
        for (int i = 0; i < 4; i++) {
            assertThat(record(next(saved), Answer.UNREADABLE)).isEqualTo(Outcome.RETRIED);
        }
        assertThat(record(next(saved), Answer.UNREADABLE)).isEqualTo(Outcome.UNTOLD);
        assertThat(only(saved).attempts()).isEqualTo(12);

        // When: asked for again, it begins anew
        Sql.transaction(post.pool, connection -> DeliveryLog.again(connection, saved.id(), 1, post.clock.instant()));

        // Then
        assertThat(record(next(saved), Answer.UNREADABLE)).isEqualTo(Outcome.RETRIED);
        assertThat(record(next(saved), ARRIVED)).isEqualTo(Outcome.DELIVERED);
    }

    /** Once it is due. */
    private Head next(SavedQuery saved) throws SQLException {
        while (queue.head(saved.id(), post.clock.instant()).isEmpty()) {
            post.pass(Duration.ofMinutes(10));
        }
        return head(saved);
    }

    @Test
    void anAnswerToWhatWasAskedForAgainMeanwhileDoesNotCount() throws SQLException {
        // Given
        SavedQuery saved = waiting();
        Head head = head(saved);
        post.pass(Duration.ofSeconds(1));
        Sql.transaction(post.pool, connection -> DeliveryLog.again(connection, saved.id(), 1, post.clock.instant()));

        // When
        Outcome outcome = record(head, ARRIVED);

        // Then
        assertThat(outcome).isEqualTo(Outcome.RETRIED);
        assertThat(only(saved).state()).isEqualTo("pending");
        assertThat(record(head(saved), ARRIVED)).isEqualTo(Outcome.DELIVERED);
    }

    private WebhookSecret secret() {
        return WebhookSecret.generate(new SecureRandom());
    }

    private List<String> signing(SavedQuery saved) throws SQLException {
        return head(saved).secrets().stream().map(WebhookSecret::reveal).toList();
    }

    private void rotateTo(SavedQuery saved, WebhookSecret secret) throws SQLException {
        put(saved, new Draft.Hook(OLD, secret, false, null));
    }

    @Test
    void theSameSecretOnceMoreChangesNothing() throws SQLException {
        // Given
        SavedQuery saved = waiting();
        WebhookSecret first = head(saved).secrets().get(0);
        WebhookSecret second = secret();
        rotateTo(saved, second);

        // When
        post.pass(Duration.ofHours(12));
        rotateTo(saved, second);

        // Then
        assertThat(signing(saved)).containsExactly(second.reveal(), first.reveal());
        post.pass(Duration.ofHours(12));
        assertThat(signing(saved)).containsExactly(second.reveal());
    }

    @Test
    void eachSecretSignsForADayAfterItWasReplaced() throws SQLException {
        // Given
        SavedQuery saved = waiting();
        WebhookSecret first = head(saved).secrets().get(0);
        WebhookSecret second = secret();
        WebhookSecret third = secret();

        // When
        rotateTo(saved, second);
        post.pass(Duration.ofHours(12));
        rotateTo(saved, third);

        // Then
        assertThat(signing(saved)).containsExactly(third.reveal(), second.reveal(), first.reveal());
        post.pass(Duration.ofHours(12));
        assertThat(signing(saved)).containsExactly(third.reveal(), second.reveal());
        post.pass(Duration.ofHours(12));
        assertThat(signing(saved)).containsExactly(third.reveal());
    }

    @Test
    void aSecretThatComesBackIsNotOldAnyMore() throws SQLException {
        // Given
        SavedQuery saved = waiting();
        WebhookSecret first = head(saved).secrets().get(0);
        WebhookSecret second = secret();

        // When
        rotateTo(saved, second);
        rotateTo(saved, first);

        // Then
        assertThat(signing(saved)).containsExactly(first.reveal(), second.reveal());
    }

    @Test
    void ofManyTheLatestFewSign() throws SQLException {
        // Given
        SavedQuery saved = waiting();
        WebhookSecret first = head(saved).secrets().get(0);

        // When
        for (int i = 1; i <= SavedTables.OLD_SECRETS; i++) {
            post.pass(Duration.ofMinutes(1));
            rotateTo(saved, secret());
        }

        // Then
        assertThat(signing(saved)).hasSize(SavedTables.OLD_SECRETS + 1).contains(first.reveal());

        // When
        post.pass(Duration.ofMinutes(1));
        rotateTo(saved, secret());

        // Then
        assertThat(signing(saved)).hasSize(SavedTables.OLD_SECRETS + 1).doesNotContain(first.reveal());
    }
}
