package io.dateline.store.api;

import static io.dateline.store.testing.Stories.canceled;
import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.story.Stories;
import io.dateline.store.testing.Days;
import io.dateline.store.testing.StoreSchema;
import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies and stories as filters, and what was withdrawn. */
@QuarkusTest
@WithTestResource(InfraResource.class)
class DuplicatesApiTest {
    @Inject
    Stories stories;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    /** A day of its own, so that others' articles are not in its way. */
    private final Instant day = Days.next();

    private final Source first = new Source(run + "herald", "The Herald", Source.Kind.FEED);
    private final Source second = new Source(run + "tribune", "The Tribune", Source.Kind.FEED);

    private EnrichedArticle told(String key, Source source, int minutes) {
        return told(key, source, day.plusSeconds(60L * minutes));
    }

    private EnrichedArticle told(String key, Source source, Instant when) {
        return story(
                run + key,
                1,
                article -> article.source(source)
                        .title("Speaker receives envoy " + run)
                        .publishedAt(when)
                        .fetchedAt(when));
    }

    private void send(EnrichedArticle... articles) {
        try (Topic topic = new Topic()) {
            topic.send(articles);
        }
    }

    private List<String> ids(String parameters) {
        return given().get("/api/articles?source=" + first.id() + "&source=" + second.id() + "&" + parameters)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private void awaitStoryOf(int members, String key) {
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stories.storyOf(id(run + key)).flatMap(stories::get))
                        .hasValueSatisfying(story -> assertThat(story.members()).hasSize(members)));
    }

    @Test
    void showsOriginalsOnlyOrOneOfEachStory() throws SQLException {
        // Given: a report of two sources; without fingerprints no copy is found out, so one is marked here
        send(told("a", first, 0), told("b", second, 30), told("c", second, 60));
        awaitStoryOf(3, "a");
        mark("UPDATE story_members SET copy_of = ? WHERE article_id = ?", id(run + "a"), id(run + "c"));

        // Then
        assertThat(ids("dup=all")).containsExactly(id(run + "c"), id(run + "b"), id(run + "a"));
        assertThat(ids("dup=originals")).doesNotContain(id(run + "c")).contains(id(run + "a"));
        assertThat(ids("dup=story")).containsExactly(id(run + "c"));
        // Then: of those that fit, not of all
        assertThat(ids("dup=story&not-source=" + second.id())).containsExactly(id(run + "a"));
        assertThat(ids("dup=story&q=envoy&sort=relevance")).containsExactly(id(run + "c"));
    }

    private static void mark(String sql, String value, String article) throws SQLException {
        try (AgroalDataSource pool = StoreSchema.pool("store", 0);
                Connection connection = pool.getConnection();
                PreparedStatement mark = connection.prepareStatement(sql)) {
            mark.setString(1, value);
            mark.setString(2, article);
            assertThat(mark.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void losesNoStoryToOneThatGrowsWhileSomebodyPages() throws SQLException {
        // Given
        Instant later = Days.next();
        send(told("old", first, 0), told("new", first, later));
        awaitStoryOf(1, "old");
        awaitStoryOf(1, "new");
        String question = "/api/articles?limit=1&dup=story&q=envoy&sort=relevance&source=" + first.id() + "&source="
                + second.id() + "&cursor=";
        JsonPath page = given().get(question).then().statusCode(200).extract().jsonPath();

        // When
        send(told("grown", second, later.plusSeconds(600)));
        awaitStoryOf(2, "new");
        mark(
                "UPDATE story_members SET story_id = ? WHERE article_id = ?",
                stories.storyOf(id(run + "old")).orElseThrow(),
                id(run + "grown"));
        JsonPath next = given().get(question + page.getString("next"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(page.getList("items.id")).containsExactly(id(run + "new"));
        assertThat(next.getList("items.id")).containsExactly(id(run + "old"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=newest", "q=envoy&sort=relevance"})
    void losesNoStoryToAnArticleStoredLateWithAPlaceThatWasPassed(String sort) throws SQLException {
        // Given
        Instant middle = Days.next();
        send(told("old", first, 0), told("mid", first, middle), told("new", first, Days.next()));
        awaitStoryOf(1, "old");
        awaitStoryOf(1, "mid");
        awaitStoryOf(1, "new");
        String question = "/api/articles?limit=1&dup=story&" + sort + "&source=" + first.id() + "&source=" + second.id()
                + "&cursor=";
        JsonPath one = given().get(question).then().statusCode(200).extract().jsonPath();
        JsonPath two = given().get(question + one.getString("next"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // When: it is of the story that is still to come
        send(told("late", second, middle.plusSeconds(600)));
        await().untilAsserted(
                        () -> assertThat(stories.storyOf(id(run + "late"))).isPresent());
        mark(
                "UPDATE story_members SET story_id = ? WHERE article_id = ?",
                stories.storyOf(id(run + "old")).orElseThrow(),
                id(run + "late"));
        JsonPath three = given().get(question + two.getString("next"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(one.getList("items.id")).containsExactly(id(run + "new"));
        assertThat(two.getList("items.id")).containsExactly(id(run + "mid"));
        assertThat(three.getList("items.id")).containsExactly(id(run + "old"));
        assertThat(three.getString("next")).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void showsNoStoryTwiceThatGrowsWhileSomebodyPagesFromTheOldest(boolean publishedBefore) throws SQLException {
        // Given
        send(told("old", first, 0), told("new", first, Days.next()));
        awaitStoryOf(1, "old");
        awaitStoryOf(1, "new");
        String question = "/api/articles?limit=1&dup=story&sort=oldest&source=" + first.id() + "&source=" + second.id()
                + "&cursor=";
        JsonPath page = given().get(question).then().statusCode(200).extract().jsonPath();

        // When: news of the old story
        EnrichedArticle grown = told(
                "grown", second, publishedBefore ? Days.next() : Instant.now().plusSeconds(600));
        send(grown);
        await().untilAsserted(
                        () -> assertThat(stories.storyOf(id(run + "grown"))).isPresent());
        mark(
                "UPDATE story_members SET story_id = ? WHERE article_id = ?",
                stories.storyOf(id(run + "old")).orElseThrow(),
                id(run + "grown"));
        JsonPath next = given().get(question + page.getString("next"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        // Others' newest are not to be behind it.
        given().delete("/api/articles/" + id(run + "grown")).then().statusCode(204);

        // Then
        assertThat(page.getList("items.id")).containsExactly(id(run + "old"));
        assertThat(next.getList("items.id")).containsExactly(id(run + "new"));
        assertThat(next.getString("next")).isNull();
    }

    @Test
    void pagesThroughOneOfEachStory() {
        // Given: five stories years apart, of two articles each
        for (int i = 0; i < 5; i++) {
            Instant when = Days.next();
            send(told("x" + i, first, when), told("y" + i, second, when.plusSeconds(600)));
        }
        for (int i = 0; i < 5; i++) {
            awaitStoryOf(2, "x" + i);
        }

        // When
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = given().get("/api/articles?limit=2&dup=story&source=" + first.id() + "&source="
                            + second.id() + "&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        } while (cursor != null);

        // Then
        assertThat(found)
                .containsExactly(id(run + "y4"), id(run + "y3"), id(run + "y2"), id(run + "y1"), id(run + "y0"));
    }

    @Test
    void listsWhatWasWithdrawnWithoutATextOfIt() {
        // Given
        EnrichedArticle kept = told("kept", first, 0);
        EnrichedArticle killed = told("killed", first, 1);
        EnrichedArticle kill = canceled(run + "killed", 2);
        send(kept, killed);
        StoredStories.awaitStatus(killed, 200);
        send(kill);
        StoredStories.awaitStatus(kill, 410);

        // When
        JsonPath withdrawn = given().get(
                        "/api/articles?status=canceled&limit=100&source=test-wire&source=" + first.id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(withdrawn.getList("items.id")).contains(id(run + "killed")).doesNotContain(id(run + "kept"));
        assertThat(withdrawn.getList("items.title", String.class)).containsOnly("");
        assertThat(withdrawn.getList("items.snippet", String.class)).containsOnly("");
        assertThat(withdrawn.getList("items.entities")).allMatch(List.of()::equals);
        assertThat(ids("status=usable")).containsExactly(id(run + "kept"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dup=story", "dup=all", "status=usable", "status=canceled"})
    void isNotAskedOfChanges(String parameter) {
        given().get("/api/stream?" + parameter)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"))
                .body("errors.where", hasItem(parameter.substring(0, parameter.indexOf('='))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/articles/histogram", "/api/articles/trends", "/api/topics"})
    void countsNothingThatWasWithdrawn(String path) {
        given().get(path + "?status=canceled")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"))
                .body("errors.where", hasItem("status"));
    }
}
