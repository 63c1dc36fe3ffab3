package io.dateline.store.saved;

import static io.dateline.store.testing.Stories.article;
import static io.dateline.store.testing.Stories.bare;
import static io.dateline.store.testing.Stories.canceled;
import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.testing.StoreSchema;
import io.dateline.store.write.Stored;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which changes are for which saved query; nothing is sent. */
class MatchingTest {
    private static final String NOWHERE = "http://127.0.0.1:9/";
    private static final Long FROM_THE_BEGINNING = 0L;

    private Post post;
    private WebhookWorker worker;

    @BeforeEach
    void open() throws SQLException {
        post = new Post();
        worker = worker(200);
    }

    @AfterEach
    void close() {
        post.close();
    }

    private WebhookWorker worker(int pending) {
        return post.worker("one", Post.LEASE, pending, new Later(new ArrayList<>()));
    }

    private static EnrichedArticle words(String key, int revision, String words) {
        return bare(article(key, revision).title(words).body("Text of " + key).build(), "en");
    }

    private List<String> told(SavedQuery saved) throws SQLException {
        return StoreSchema.rows(
                post.pool,
                "SELECT seq || '/' || article_id || '/' || revision FROM webhook_deliveries WHERE saved_id = '"
                        + saved.id() + "' ORDER BY seq");
    }

    private static String told(long seq, String key, int revision) {
        return seq + "/" + id(key) + "/" + revision;
    }

    @Test
    void matchesByTagsAndByWordsAndSendsEachToItsOwn() throws SQLException {
        // Given
        SavedQuery byPlace = post.save("place=AZ", NOWHERE, null);
        SavedQuery byWord = post.save("q=harvest", NOWHERE, null);
        SavedQuery all = post.save("", NOWHERE, null);
        SavedQuery without = post.save("", null, null);

        // When
        post.store(story("a"), words("b", 1, "A rich harvest"));
        post.work(worker);

        // Then
        assertThat(told(byPlace)).containsExactly(told(1, "a", 1));
        assertThat(told(byWord)).containsExactly(told(2, "b", 1));
        assertThat(told(all)).containsExactly(told(1, "a", 1), told(2, "b", 1));
        assertThat(told(without)).isEmpty();
        assertThat(post.get(all).webhook().position()).isEqualTo(2);
        assertThat(post.get(all).webhook().pending()).isEqualTo(2);
    }

    @Test
    void matchesByWhatThePublisherSaysAndTellsOfItsWithdrawal() throws SQLException {
        // Given
        SavedQuery byAuthor = post.save("author=JOSE+Oersted&author=jose+orsted&urgency=1&urgency=2", NOWHERE, null);
        SavedQuery byAddress = post.save("url=http://desk.example/a?utm_source=x", NOWHERE, null);
        SavedQuery elsewhere = post.save("domain=other.example", NOWHERE, null);
        SavedQuery notTheirs = post.save("not-domain=desk.example", NOWHERE, null);

        // When
        post.store(
                bare(
                        article("a", 1)
                                .url("https://desk.example/a")
                                .byline("By José Ørsted")
                                .urgency(2)
                                .build(),
                        "en"),
                bare(article("b", 1).url("https://www.desk.example/b").build(), "en"));
        post.store(canceled("a", 2));
        post.work(worker);

        // Then
        assertThat(told(byAuthor)).containsExactly(told(1, "a", 1), told(3, "a", 2));
        assertThat(told(byAddress)).containsExactly(told(1, "a", 1), told(3, "a", 2));
        assertThat(told(elsewhere)).isEmpty();
        assertThat(told(notTheirs)).isEmpty();
    }

    @Test
    void beginsNowOrWhereItIsToldTo() throws SQLException {
        // Given
        post.store(story("a"), story("b"), story("c"));

        // When
        SavedQuery now = post.save("", NOWHERE, null);
        SavedQuery later = post.save("", NOWHERE, 2L);
        SavedQuery ever = post.save("", NOWHERE, FROM_THE_BEGINNING);
        SavedQuery beyond = post.save("", NOWHERE, 1_000L);
        post.store(story("d"));
        post.work(worker);

        // Then
        assertThat(told(now)).containsExactly(told(4, "d", 1));
        assertThat(told(later)).containsExactly(told(3, "c", 1), told(4, "d", 1));
        assertThat(told(ever)).hasSize(4);
        assertThat(told(beyond)).containsExactly(told(4, "d", 1));
    }

    @Test
    void tellsWhoeverWasToldOfAnArticleThatItIsWithdrawn() throws SQLException {
        // Given
        SavedQuery byWord = post.save("q=harvest", NOWHERE, null);
        SavedQuery byPlace = post.save("place=AZ", NOWHERE, null);
        SavedQuery other = post.save("q=football", NOWHERE, null);
        post.store(words("a", 1, "A rich harvest"), story("b"), words("a", 2, "A poor crop"));

        // When
        post.store(canceled("a", 3), canceled("b", 2));
        post.work(worker);

        // Then
        assertThat(told(byWord)).containsExactly(told(1, "a", 1), told(4, "a", 3));
        assertThat(told(byPlace)).containsExactly(told(2, "b", 1), told(5, "b", 2));
        assertThat(told(other)).isEmpty();
    }

    @Test
    void tellsWhoeverGotAnEarlierRevisionByItsTagsThatTheArticleIsWithdrawn() throws SQLException {
        // Given
        SavedQuery byPlace = post.save("place=AZ", NOWHERE, null);
        SavedQuery elsewhere = post.save("place=FR", NOWHERE, null);
        SavedQuery notThere = post.save("not-place=AZ", NOWHERE, null);

        // When: the correction is not of that place any more
        post.store(story("a"));
        post.store(words("a", 2, "A rich harvest"));
        post.store(canceled("a", 3));
        post.work(worker);

        // Then
        assertThat(told(byPlace)).containsExactly(told(1, "a", 1), told(3, "a", 3));
        assertThat(told(elsewhere)).isEmpty();
        assertThat(told(notThere)).containsExactly(told(2, "a", 2), told(3, "a", 3));
    }

    @Test
    void tellsEverybodyOfAnErasure() throws SQLException {
        // Given
        SavedQuery byWord = post.save("q=harvest", NOWHERE, null);
        SavedQuery other = post.save("q=football", NOWHERE, null);
        post.store(words("a", 1, "A rich harvest"));
        post.work(worker);

        // When
        Stored.erase(post.pool, id("a"));
        post.work(worker);

        // Then
        assertThat(told(byWord)).containsExactly(told(1, "a", 1), told(2, "a", 2));
        assertThat(told(other)).containsExactly(told(2, "a", 2));
    }

    @Test
    void movesNoFurtherWhileTooMuchWaitsAndHoldsUpNobody() throws SQLException {
        // Given
        WebhookWorker narrow = worker(3);
        SavedQuery all = post.save("", NOWHERE, null);
        SavedQuery some = post.save("q=harvest", NOWHERE, null);

        // When
        post.store(story("a"), story("b"), story("c"), story("d"), words("e", 1, "A rich harvest"));
        post.work(narrow);

        // Then
        assertThat(told(all)).hasSize(3);
        assertThat(post.get(all).webhook().position()).isEqualTo(3);
        assertThat(told(some)).containsExactly(told(5, "e", 1));

        // When
        StoreSchema.rows(
                post.pool,
                "UPDATE webhook_deliveries SET state = 'delivered', done_at = now() WHERE saved_id = '" + all.id()
                        + "' RETURNING seq");
        post.work(narrow);

        // Then
        assertThat(told(all)).hasSize(5);
        assertThat(post.get(all).webhook().position()).isEqualTo(5);
    }

    @Test
    void catchesUpOverManyPagesWhileOthersFollow() throws SQLException {
        // Given
        int many = 2 * Pace.MOST + 50;
        EnrichedArticle[] articles = new EnrichedArticle[many];
        for (int i = 0; i < many; i++) {
            articles[i] = words("k" + i, 1, i % 100 == 7 ? "A rich harvest" : "Nothing");
        }
        post.store(articles);
        SavedQuery ever = post.save("q=harvest", NOWHERE, FROM_THE_BEGINNING);
        SavedQuery middle = post.save("q=harvest", NOWHERE, 150L);
        SavedQuery now = post.save("q=harvest", NOWHERE, null);

        // When
        post.store(words("last", 1, "A rich harvest"));
        post.work(worker);

        // Then
        assertThat(told(ever)).hasSize(6);
        assertThat(told(middle)).hasSize(4);
        assertThat(told(now)).containsExactly(told(many + 1, "last", 1));
        assertThat(StoreSchema.rows(post.pool, "SELECT count(*) FROM saved_queries WHERE position IS NULL"))
                .containsExactly("3");
    }

    @Test
    void parksOneThatIsNoQueryAnyMoreAndGoesOnWithTheOthers() throws SQLException {
        // Given
        SavedQuery broken = post.save("q=harvest", NOWHERE, null);
        SavedQuery good = post.save("q=harvest", NOWHERE, null);
        StoreSchema.rows(
                post.pool,
                "UPDATE saved_queries SET query = 'colour=red' WHERE id = '" + broken.id() + "' RETURNING id");

        // When
        post.store(words("a", 1, "A rich harvest"));
        post.work(worker);

        // Then
        assertThat(post.get(broken).webhook().parkedReason()).isEqualTo("invalid-query");
        assertThat(told(good)).hasSize(1);
    }

    @Test
    void looksAtNothingWhileThereIsNoWebhook() throws SQLException {
        // Given
        post.save("", null, null);
        post.store(story("a"));

        // When
        post.work(worker);
        SavedQuery late = post.save("", NOWHERE, null);
        post.work(worker);

        // Then
        assertThat(told(late)).isEmpty();
    }
}
