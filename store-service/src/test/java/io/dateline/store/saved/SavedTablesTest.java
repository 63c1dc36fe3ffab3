package io.dateline.store.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.http.ProblemException;
import io.dateline.store.sql.Sql;
import io.dateline.store.testing.StoreSchema;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SavedTablesTest {
    private static final String URL = "http://127.0.0.1:9/";

    private Post post;

    @BeforeEach
    void open() throws SQLException {
        post = new Post();
    }

    @AfterEach
    void close() {
        post.close();
    }

    private void log(SavedQuery saved, int from, int to, String state) throws SQLException {
        StoreSchema.rows(post.pool, """
                INSERT INTO webhook_deliveries (saved_id, seq, article_id, revision, state, queued_at, next_at, done_at)
                SELECT '%s', n, 'a', 1, '%s', '%s', '%s', '%s' FROM generate_series(%d, %d) AS n RETURNING seq
                """.formatted(
                        saved.id(), state, post.clock.instant(), post.clock.instant(), post.clock.instant(), from, to));
    }

    private int forget(Duration keepFor, int keepMost) throws SQLException {
        return DeliveryLog.forget(post.pool, post.clock.instant(), keepFor, keepMost);
    }

    @Test
    void takesAThousandAndNotOneMore() throws SQLException {
        // Given
        StoreSchema.rows(post.pool, """
                INSERT INTO saved_queries (id, name, query, created_at, updated_at)
                SELECT 'sq-' || n, 'n', '', now(), now() FROM generate_series(1, 999) AS n RETURNING id
                """);

        // When
        post.save("", null, null);

        // Then
        assertThatThrownBy(() -> post.save("", null, null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("too-many-saved-queries"));
        assertThat(StoreSchema.rows(post.pool, "SELECT count(*) FROM saved_queries"))
                .containsExactly("1000");
    }

    @Test
    void showsASecretItMadeOnceAndOneItWasGivenNever() throws SQLException {
        // When
        SavedQuery made = post.save("", URL, null, null);
        SavedQuery given =
                post.save("", URL, WebhookSecret.parse(made.webhook().secret()).orElseThrow(), null);

        // Then
        assertThat(made.webhook().secret()).startsWith("whsec_");
        assertThat(post.get(made).webhook().secret()).isNull();
        assertThat(given.webhook().secret()).isNull();
    }

    @Test
    void takingTheWebhookAwayTakesAwayWhatWaitsAndItsSecret() throws SQLException {
        // Given
        SavedQuery saved = post.save("", URL, null);
        log(saved, 1, 3, "pending");

        // When
        Sql.transaction(
                post.pool,
                connection ->
                        post.tables.replace(connection, saved.id(), new Draft("n", "q=x", null), post.clock.instant()));

        // Then
        assertThat(post.get(saved).webhook()).isNull();
        assertThat(post.get(saved).query()).isEqualTo("q=x");
        assertThat(post.log(saved)).isEmpty();
        assertThat(StoreSchema.rows(post.pool, "SELECT secret IS NULL FROM saved_queries"))
                .containsExactly("t");
        assertThat(StoreSchema.rows(post.pool, "SELECT count(*) FROM webhook_old_secrets"))
                .containsExactly("0");
    }

    @Test
    void deletesWithEverythingThatBelongsToIt() throws SQLException {
        // Given
        SavedQuery saved = post.save("", URL, null);
        log(saved, 1, 3, "delivered");

        // When
        boolean deleted = Sql.transaction(post.pool, connection -> post.tables.delete(connection, saved.id()));
        boolean again = Sql.transaction(post.pool, connection -> post.tables.delete(connection, saved.id()));

        // Then
        assertThat(deleted).isTrue();
        assertThat(again).isFalse();
        assertThat(StoreSchema.rows(post.pool, "SELECT count(*) FROM webhook_deliveries"))
                .containsExactly("0");
    }

    @Test
    void pagesTheLogNewestFirstEachOnce() throws SQLException {
        // Given
        SavedQuery saved = post.save("", URL, null);
        SavedQuery other = post.save("", URL, null);
        log(saved, 1, 25, "delivered");
        log(other, 1, 5, "delivered");

        // When
        List<Long> seen = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            String at = cursor;
            DeliveryPage page =
                    Sql.transaction(post.pool, connection -> DeliveryLog.page(connection, saved.id(), 10, at));
            page.items().forEach(delivery -> seen.add(delivery.seq()));
            cursor = page.next();
            pages++;
        } while (cursor != null);

        // Then
        assertThat(pages).isEqualTo(3);
        assertThat(seen)
                .hasSize(25)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a))
                .doesNotHaveDuplicates();
        assertThatThrownBy(() ->
                        Sql.transaction(post.pool, connection -> DeliveryLog.page(connection, saved.id(), 10, "x")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void forgetsWhatIsOverByAgeAndByNumberAndNothingThatWaits() throws SQLException {
        // Given
        SavedQuery saved = post.save("", URL, null);
        log(saved, 1, 10, "delivered");
        log(saved, 11, 12, "pending");

        // When / Then
        assertThat(forget(Duration.ofDays(30), 10)).isZero();
        assertThat(forget(Duration.ofDays(30), 8)).isEqualTo(2);
        assertThat(post.log(saved))
                .extracting(Delivery::seq)
                .containsExactly(12L, 11L, 10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L);
        post.pass(Duration.ofDays(30));
        assertThat(forget(Duration.ofDays(30), 8)).isZero();
        post.pass(Duration.ofSeconds(1));
        assertThat(forget(Duration.ofDays(30), 8)).isEqualTo(8);
        assertThat(post.log(saved)).extracting(Delivery::seq).containsExactly(12L, 11L);
    }

    @Test
    void forgetsManyAFewThousandAtOnce() throws SQLException {
        // Given: 12,000 too old, and 12,000 of another beyond what is kept
        SavedQuery old = post.save("", URL, null);
        SavedQuery busy = post.save("", URL, null);
        log(old, 1, 12_000, "delivered");
        post.pass(Duration.ofDays(31));
        log(busy, 1, 12_010, "delivered");
        Sql.transaction(post.pool, connection -> {
            Sql.update(connection, "CREATE TABLE deletions (many bigint, transaction bigint)");
            Sql.update(connection, """
                    CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                        INSERT INTO deletions SELECT count(*), txid_current() FROM gone; RETURN NULL; END $$
                    """);
            return Sql.update(connection, """
                    CREATE TRIGGER note AFTER DELETE ON webhook_deliveries REFERENCING OLD TABLE AS gone
                    FOR EACH STATEMENT EXECUTE FUNCTION note()
                    """);
        });

        // When
        int forgotten = forget(Duration.ofDays(30), 10);

        // Then
        assertThat(forgotten).isEqualTo(24_000);
        assertThat(StoreSchema.rows(
                        post.pool,
                        "SELECT max(many), sum(many), count(*) - count(DISTINCT transaction) FROM deletions"))
                .containsExactly(DeliveryLog.AT_ONCE + " 24000 0");
        assertThat(post.log(busy)).hasSize(10);
    }
}
