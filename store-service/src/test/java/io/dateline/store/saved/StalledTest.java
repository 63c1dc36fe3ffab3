package io.dateline.store.saved;

import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.Asking;
import io.dateline.store.query.Filter;
import io.dateline.store.saved.DeliveryQueue.Outcome;
import io.dateline.store.stream.ChangeMatches;
import io.dateline.store.stream.Reading;
import io.dateline.store.testing.StoreSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that takes too long, with everything or with one filter and one change. */
class StalledTest {
    private static final String NOWHERE = "http://127.0.0.1:9/";
    private static final Timeouts NONE = (after, limit, filters) -> false;
    private static final Timeouts ALL = (after, limit, filters) -> true;
    /** Words with change 2. */
    private static final Timeouts ONE = (after, limit, filters) ->
            after < 2 && after + limit >= 2 && filters.stream().anyMatch(Filter::deep);

    private Post post;
    private Matcher matcher;
    private Timeouts timeouts = NONE;
    private SavedQuery plain;
    private SavedQuery words;

    /** Which pages take longer than a question may. */
    @FunctionalInterface
    private interface Timeouts {
        boolean of(long after, int limit, Set<Filter> filters);
    }

    @BeforeEach
    void open() throws SQLException {
        post = new Post();
        ChangeMatches changes = Reading.matches(post.pool);
        matcher = new Matcher(
                post.pool,
                (after, limit, filters) -> {
                    if (timeouts.of(after, limit, filters)) {
                        throw new ProblemException(ProblemCode.QUERY_TIMEOUT, "on purpose");
                    }
                    return changes.read(after, limit, filters);
                },
                Asking.filters(post.pool),
                "one",
                200,
                post.clock,
                post.outcomes::add);
        try (Connection connection = post.pool.getConnection()) {
            WebhookCursor.hold(connection, "one", Duration.ofDays(1));
        }
        plain = post.save("", NOWHERE, null);
        words = post.save("q=parliament", NOWHERE, null);
        post.store(story("a"), story("b"), story("c"));
    }

    @AfterEach
    void close() {
        post.close();
    }

    private List<String> told(SavedQuery saved) throws SQLException {
        return StoreSchema.rows(
                post.pool, "SELECT seq FROM webhook_deliveries WHERE saved_id = '" + saved.id() + "' ORDER BY seq");
    }

    /** So many steps, or until there is no more to do; after each that fails, so much time passes. */
    private void steps(int most, Duration pause) throws SQLException {
        boolean more = true;
        for (int i = 0; i < most && more; i++) {
            try {
                more = matcher.step();
            } catch (ProblemException e) {
                assertThat(e.problem().code()).isEqualTo(ProblemCode.QUERY_TIMEOUT.code());
                post.pass(pause);
            }
        }
    }

    @Test
    void everybodyWaitsWhileNothingIsAnswered() throws SQLException {
        // Given
        timeouts = ALL;
        steps(50, Duration.ofMinutes(1));
        assertThat(told(plain)).isEmpty();

        // When
        timeouts = NONE;
        steps(50, Duration.ZERO);

        // Then
        assertThat(told(plain)).containsExactly("1", "2", "3");
        assertThat(told(words)).containsExactly("1", "2", "3");
        assertThat(post.outcomes).isEmpty();
    }

    @Test
    void onlyThoseGoWithoutAChangeWhoseFilterCannotBeMatchedWithIt() throws SQLException {
        // Given
        timeouts = ONE;

        // When
        steps(100, Duration.ofMinutes(1));

        // Then
        assertThat(told(plain)).containsExactly("1", "2", "3");
        assertThat(told(words)).containsExactly("1", "3");
        assertThat(post.outcomes).containsExactly(Outcome.UNTOLD);
    }

    @Test
    void theTimeForWhichAChangeIsTriedBeginsOnceOthersAreAnswered() throws SQLException {
        // Given: it stalls at the change that cannot be matched
        timeouts = ONE;
        steps(12, Duration.ZERO);
        timeouts = ALL;
        steps(50, Duration.ofMinutes(1));

        // When
        timeouts = ONE;
        steps(12, Duration.ofSeconds(1));

        // Then
        assertThat(told(plain)).containsExactly("1");
        assertThat(post.outcomes).isEmpty();

        // When
        steps(100, Matcher.PATIENCE);

        // Then
        assertThat(told(plain)).containsExactly("1", "2", "3");
        assertThat(post.outcomes).containsExactly(Outcome.UNTOLD);
    }
}
