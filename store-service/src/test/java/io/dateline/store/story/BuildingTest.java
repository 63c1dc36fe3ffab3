package io.dateline.store.story;

import static io.dateline.store.story.Told.election;
import static io.dateline.store.story.Told.quake;
import static io.dateline.store.story.Told.quakeAgain;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.story.StoryBuilder.Outcome;
import io.dateline.store.testing.StoreSchema;
import io.dateline.store.write.Stored;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BuildingTest {
    private AgroalDataSource pool;

    @BeforeEach
    void create() throws SQLException {
        pool = StoreSchema.create("stories_" + UUID.randomUUID().toString().substring(0, 8), 0);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private StoryBuilder builder(String instance, Duration lease) {
        return new StoryBuilder(
                pool, instance, new StoryBuilder.Settings(100, lease, 1_000, 1_000), (late, articles, changes) -> {});
    }

    private void build(EnrichedArticle... articles) throws SQLException {
        Stored.write(pool, List.of(articles));
        StoryBuilder builder = builder("one", Duration.ofSeconds(10));
        while (builder.step() == Outcome.WORKED) {
            // until there is nothing new
        }
    }

    private String story(Told told) throws SQLException {
        return one("SELECT story_id FROM story_members WHERE article_id = '" + told.id() + "'");
    }

    private String copyOf(Told told) throws SQLException {
        return one("SELECT copy_of FROM story_members WHERE article_id = '" + told.id() + "'");
    }

    private String one(String sql) throws SQLException {
        List<String> rows = StoreSchema.rows(pool, sql);
        return rows.isEmpty() ? null : rows.get(0);
    }

    @Test
    void putsReportsOfOneHappeningTogetherAndKeepsOthersApart() throws SQLException {
        // Given
        Told first = quake("a", "herald", 0);
        Told second = quakeAgain("b", "tribune", 90);
        Told other = election("c", "herald", 30);

        // When
        build(first.article(), other.article(), second.article());

        // Then
        assertThat(story(second)).isEqualTo(story(first)).isNotEqualTo(story(other));
        assertThat(copyOf(second)).isEqualTo("null");
        assertThat(one("SELECT members, originals, sources, first_article FROM stories WHERE story_id = '"
                        + story(first) + "'"))
                .isEqualTo("2 2 2 " + first.id());
    }

    @Test
    void tellsCopiesFromReportsAndCountsTheirSourcesNot() throws SQLException {
        // Given
        Told original = quake("a", "herald", 0);
        Told cut =
                new Told("b", 1, "copyist", Told.at(5), "What we know", Told.QUAKE.substring(0, 130), original.names());

        // When
        build(original.article(), cut.article());

        // Then
        assertThat(copyOf(cut)).isEqualTo(original.id());
        assertThat(one("SELECT members, originals, sources FROM stories WHERE members > 0"))
                .isEqualTo("2 1 1");
    }

    @Test
    void makesTheEarliestTheOriginalThoughItCameInLast() throws SQLException {
        // Given
        Told late = quake("a", "herald", 60);
        Told copy = quake("b", "copyist", 70);
        Told earliest = quake("c", "agency", 0);

        // When
        build(late.article(), copy.article(), earliest.article());

        // Then
        assertThat(copyOf(earliest)).isEqualTo("null");
        assertThat(copyOf(late)).isEqualTo(earliest.id());
        assertThat(copyOf(copy)).isEqualTo(earliest.id());
        assertThat(one("SELECT first_article FROM stories")).isEqualTo(earliest.id());
    }

    @Test
    void startsAnotherStoryWhenTheSameHappensWeeksLater() throws SQLException {
        // Given
        Told then = quake("a", "herald", 0);
        Told now = quake("b", "herald", 20 * 24 * 60);

        // When
        build(then.article(), now.article());

        // Then
        assertThat(story(now)).isNotEqualTo(story(then));
    }

    @Test
    void lettingGoOfACanceledOriginalMakesItsEarliestCopyTheOriginal() throws SQLException {
        // Given
        Told original = quake("a", "herald", 0);
        Told copy = quake("b", "copyist", 5);
        Told later = quake("c", "other", 9);
        build(original.article(), later.article(), copy.article());

        // When
        build(original.hidden(2, ArticleStatus.CANCELED));

        // Then
        assertThat(story(original)).isNull();
        assertThat(copyOf(copy)).isEqualTo("null");
        assertThat(copyOf(later)).isEqualTo(copy.id());
        assertThat(one("SELECT kind, article_id, reason FROM story_changes ORDER BY seq DESC, place DESC LIMIT 1"))
                .isEqualTo("left " + original.id() + " canceled");
    }

    @Test
    void movesAnArticleWhoseTextTellsSomethingElseNow() throws SQLException {
        // Given
        Told quake = quake("a", "herald", 0);
        Told again = quakeAgain("b", "tribune", 90);
        Told election = election("c", "times", 30);
        build(quake.article(), again.article(), election.article());

        // When
        build(again.revised(2, election("x", "x", 0)).article());

        // Then
        assertThat(story(again)).isEqualTo(story(election)).isNotEqualTo(story(quake));
        assertThat(copyOf(again)).isEqualTo(election.id());
    }

    @Test
    void splitsWhatOnlyAWithdrawnArticleHeldTogether() throws SQLException {
        // Given
        Told one = Told.ofWords("one", 0, 0, 30);
        Told bridge = Told.ofWords("bridge", 10, 15, 45);
        Told other = Told.ofWords("other", 20, 30, 60);
        build(one.article(), bridge.article(), other.article());
        String before = story(other);

        // When
        build(bridge.hidden(2, ArticleStatus.CANCELED));

        // Then
        assertThat(before).isEqualTo(story(one));
        assertThat(story(other)).isNotEqualTo(before);
        assertThat(one("SELECT other, reason FROM story_changes WHERE kind = 'split' AND story_id = '" + story(other)
                        + "'"))
                .isEqualTo(before + " apart");
    }

    @Test
    void leavesALowerRevisionThatComesLateAlone() throws SQLException {
        // Given
        Told quake = quake("a", "herald", 0);
        build(quake.revised(3, quake).article());

        // When
        build(quake.revised(2, election("x", "x", 0)).article());

        // Then
        assertThat(one("SELECT revision FROM story_members")).isEqualTo("3");
    }

    @Test
    void pointsFromAStoryThatEmptiedToTheOneItWentInto() throws SQLException {
        // Given
        Told quake = quake("a", "herald", 0);
        Told alone = election("b", "times", 10);
        build(quake.article(), alone.article());
        String before = story(alone);

        // When
        build(alone.revised(2, quakeAgain("x", "x", 0)).article());

        // Then
        assertThat(story(alone)).isEqualTo(story(quake));
        assertThat(one("SELECT merged_into FROM stories WHERE story_id = '" + before + "'"))
                .isEqualTo(story(quake));
    }

    @Test
    void comparesWithNoMoreArticlesOfADayThanItMay() throws SQLException {
        // Given
        Stored.write(
                pool,
                List.of(election("a", "x", 0).article(), quake("b", "herald", 1).article()));
        Stored.write(
                pool,
                List.of(
                        quakeAgain("c", "tribune", 2).article(),
                        quakeAgain("d", "times", 3).article()));
        var settings = new StoryBuilder.Settings(100, Duration.ofSeconds(10), 2, 1_000);

        // When
        new StoryBuilder(pool, "one", settings, (late, articles, changes) -> {}).step();

        // Then
        assertThat(StoreSchema.rows(
                        pool,
                        "SELECT indexed FROM story_features JOIN story_members USING (article_id)" + " ORDER BY seq"))
                .containsExactly("t", "t", "f", "f");
        assertThat(story(quakeAgain("d", "times", 3))).isEqualTo(story(quake("b", "herald", 1)));
    }

    @Test
    void buildsOnPastAnArticleOfTheYearZero() throws SQLException {
        // Given
        Told today = quake("a", "herald", 0);
        Told ofOld = new Told(
                "b", 1, "chronicle", Instant.parse("0000-02-28T10:00:00Z"), today.title(), today.body(), List.of());

        // When
        build(ofOld.article(), today.article());

        // Then
        assertThat(story(ofOld)).isNotNull().isNotEqualTo(story(today));
        assertThat(one("SELECT extract(year FROM founded_at) FROM stories WHERE story_id = '" + story(ofOld) + "'"))
                .isEqualTo("-1");
    }

    @Test
    void waitsWhileAnotherBuildsAndTakesOverWhenItsLeaseEnds() throws SQLException {
        // Given
        Stored.write(pool, List.of(quake("a", "herald", 0).article()));
        StoryBuilder active = builder("one", Duration.ofSeconds(60));
        StoryBuilder standby = builder("two", Duration.ofSeconds(60));
        active.step();

        // When
        Outcome waiting = standby.step();
        active.release();
        Stored.write(pool, List.of(quakeAgain("b", "tribune", 60).article()));
        Outcome takenOver = standby.step();

        // Then
        assertThat(waiting).isEqualTo(Outcome.ANOTHER_BUILDS);
        assertThat(takenOver).isNotEqualTo(Outcome.ANOTHER_BUILDS);
        assertThat(active.step()).isEqualTo(Outcome.ANOTHER_BUILDS);
    }
}
