package io.dateline.store.saved;

import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.store.query.Asking;
import io.dateline.store.sql.Sql;
import io.dateline.store.stream.ChangeMatches;
import io.dateline.store.stream.Reading;
import io.dateline.store.testing.StoreSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens while changes are looked at, which may take long. */
class LookingTest {
    private static final String NOWHERE = "http://127.0.0.1:9/";

    private final List<Integer> pages = new ArrayList<>();
    private Post post;
    private ChangeMatches changes;
    private Meanwhile meanwhile = () -> {};
    private Matcher matcher;

    /** What somebody does in the midst of it. */
    @FunctionalInterface
    private interface Meanwhile {
        void happens() throws SQLException;
    }

    @BeforeEach
    void open() throws SQLException {
        post = new Post();
        changes = Reading.matches(post.pool);
        matcher = new Matcher(
                post.pool,
                (after, limit, filters) -> {
                    pages.add(limit);
                    ChangeMatches.Page page = changes.read(after, limit, filters);
                    try {
                        meanwhile.happens();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                    return page;
                },
                Asking.filters(post.pool),
                "one",
                200,
                post.clock,
                outcome -> {});
        try (Connection connection = post.pool.getConnection()) {
            WebhookCursor.hold(connection, "one", Post.LEASE);
        }
    }

    @AfterEach
    void close() {
        post.close();
    }

    private List<String> told(SavedQuery saved) throws SQLException {
        return StoreSchema.rows(
                post.pool, "SELECT seq FROM webhook_deliveries WHERE saved_id = '" + saved.id() + "' ORDER BY seq");
    }

    private void run(String sql) throws SQLException {
        Sql.transaction(post.pool, connection -> Sql.update(connection, sql));
    }

    private void untilNoMore() throws SQLException {
        while (matcher.step()) {
            assertThat(pages).hasSizeLessThan(100);
        }
    }

    private void replace(SavedQuery saved, String query) throws SQLException {
        Draft draft = new Draft("Of the desk", query, new Draft.Hook(NOWHERE, null, false, null));
        Sql.transaction(
                post.pool, connection -> post.tables.replace(connection, saved.id(), draft, post.clock.instant()));
    }

    @Test
    void nothingIsLockedWhileChangesAreLookedAt() throws SQLException {
        // Given
        SavedQuery ever = post.save("", NOWHERE, 0L);
        SavedQuery now = post.save("", NOWHERE, null);
        post.store(story("a"));
        meanwhile = () -> {
            List<String> free = StoreSchema.rows(post.pool, "SELECT live_seq FROM webhook_cursor FOR UPDATE NOWAIT");
            assertThat(free).hasSize(1);
        };

        // When
        untilNoMore();

        // Then
        assertThat(told(ever)).containsExactly("1");
        assertThat(told(now)).containsExactly("1");
        assertThat(pages).isNotEmpty();
    }

    @Test
    void oneThatWasChangedMeanwhileIsLookedAtAgainAsItIsNow() throws SQLException {
        // Given
        SavedQuery changed = post.save("q=nothing", NOWHERE, null);
        SavedQuery other = post.save("", NOWHERE, null);
        post.store(story("a"), story("b"));

        // When
        meanwhile = () -> {
            meanwhile = () -> {};
            replace(changed, "");
        };
        untilNoMore();

        // Then
        assertThat(told(changed)).containsExactly("1", "2");
        assertThat(told(other)).containsExactly("1", "2");
        assertThat(StoreSchema.rows(post.pool, "SELECT count(*) FROM saved_queries WHERE position IS NULL"))
                .containsExactly("2");
    }

    @Test
    void oneThatIsDeletedMeanwhileHoldsUpNobody() throws SQLException {
        // Given
        SavedQuery deleted = post.save("", NOWHERE, null);
        SavedQuery other = post.save("", NOWHERE, null);
        post.store(story("a"));

        // When
        meanwhile = () -> Sql.transaction(post.pool, connection -> post.tables.delete(connection, deleted.id()));
        untilNoMore();

        // Then
        assertThat(told(other)).containsExactly("1");
    }

    @Test
    void oneThatIsSavedMeanwhileBeginsWhereItWasToldTo() throws SQLException {
        // Given
        post.save("", NOWHERE, null);
        post.store(story("a"), story("b"));
        List<SavedQuery> late = new ArrayList<>();

        // When
        meanwhile = () -> {
            meanwhile = () -> {};
            late.add(post.save("", NOWHERE, null));
            late.add(post.save("", NOWHERE, 1L));
            post.store(story("c"));
        };
        untilNoMore();

        // Then
        assertThat(told(late.get(0))).containsExactly("3");
        assertThat(told(late.get(1))).containsExactly("2", "3");
    }

    @Test
    void writesNothingWhenAnotherInstanceTookOverMeanwhile() throws SQLException {
        // Given
        SavedQuery saved = post.save("", NOWHERE, null);
        post.store(story("a"));
        meanwhile = () -> run("UPDATE webhook_cursor SET holder = 'two'");

        // When
        boolean more = matcher.step();

        // Then
        assertThat(more).isFalse();
        assertThat(told(saved)).isEmpty();
        assertThat(StoreSchema.rows(post.pool, "SELECT live_seq FROM webhook_cursor"))
                .containsExactly("0");
    }

    @Test
    void takesLessAtOnceWhenTheDatabaseRefusesAndMoreAgainAfterwards() throws SQLException {
        // Given
        SavedQuery saved = post.save("", NOWHERE, null);
        matcher.step();
        post.store(story("a"));
        run("ALTER TABLE webhook_deliveries ADD CONSTRAINT never CHECK (false) NOT VALID");

        // When
        for (int i = 0; i < 9; i++) {
            assertThatThrownBy(matcher::step).isInstanceOf(SQLException.class);
        }
        run("ALTER TABLE webhook_deliveries DROP CONSTRAINT never");
        matcher.step();
        post.store(story("b"));
        matcher.step();

        // Then
        assertThat(pages).containsExactly(200, 100, 50, 25, 12, 6, 3, 1, 1, 1, 2);
        assertThat(told(saved)).containsExactly("1", "2");
    }
}
