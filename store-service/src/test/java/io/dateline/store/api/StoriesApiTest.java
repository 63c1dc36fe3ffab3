package io.dateline.store.api;

import static io.dateline.store.testing.Stories.article;
import static io.dateline.store.testing.Stories.canceled;
import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.dateline.contracts.article.Source;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.story.Stories;
import io.dateline.store.testing.Days;
import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
class StoriesApiTest {
    @Inject
    Stories stories;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    /** A day of its own for each test, so that others' articles are not in its way. */
    private final Instant day = Days.next();

    private EnrichedArticle told(String key, int number, String source, int minutes) {
        return story(
                run + key,
                number,
                article -> article.source(new Source(run + source, "The " + source, Source.Kind.FEED))
                        .title("Speaker receives envoy " + run)
                        .publishedAt(day.plusSeconds(60L * minutes))
                        .fetchedAt(day.plusSeconds(60L * minutes)));
    }

    private void send(EnrichedArticle... articles) {
        try (Topic topic = new Topic()) {
            topic.send(articles);
        }
    }

    private String awaitStory(String key, int members) {
        return await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> stories.storyOf(id(run + key))
                                .flatMap(stories::get)
                                .filter(found -> found.members().size() == members)
                                .map(found -> found.id())
                                .orElse(null),
                        found -> found != null);
    }

    @Test
    void showsTimelineSourcesAndWhatIsShared() {
        // Given
        send(told("a", 1, "herald", 0), told("b", 1, "tribune", 30), told("c", 1, "herald", 60));
        String id = awaitStory("b", 3);

        // When
        JsonPath story = given().get("/api/stories/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(story.getString("id")).isEqualTo(id);
        assertThat(story.getString("title")).isEqualTo("Speaker receives envoy " + run);
        assertThat(story.getString("first.source.id")).isEqualTo(run + "herald");
        assertThat(story.getInt("articles")).isEqualTo(3);
        assertThat(story.getInt("independentSources")).isEqualTo(2);
        assertThat(story.getList("members.id")).containsExactly(id(run + "a"), id(run + "b"), id(run + "c"));
        assertThat(story.getList("sources.source.id")).containsExactly(run + "herald", run + "tribune");
        assertThat(story.getList("shared.value")).contains("geonames:587084", "AZ", "medtop:20000639");
        assertThat(story.getList("history.kind")).containsExactly("founded", "joined", "joined");
    }

    @Test
    void listsStoriesPageByPageByTheirSources() {
        // Given
        send(told("a", 1, "herald", 0), told("b", 1, "tribune", 30));
        String id = awaitStory("b", 2);

        // When
        JsonPath page = given().get("/api/stories?min-sources=2&limit=1&source=" + run + "herald")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(page.getList("items.id")).containsExactly(id);
        assertThat(given().get("/api/stories?event=CONSULT&event-place=Baku&source=" + run + "herald")
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(id);
        given().get("/api/stories?event=ASSAULT&source=" + run + "herald")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        given().get("/api/stories?min-sources=3&source=" + run + "herald")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void goesOnWhereThePageBeforeEnded() {
        // Given
        send(told("a", 1, "herald", 0), told("z", 1, "herald", 5 * 24 * 60));
        awaitStory("a", 1);
        awaitStory("z", 1);
        String question = "/api/stories?limit=1&source=" + run + "herald";
        JsonPath first = given().get(question).jsonPath();

        // When
        JsonPath second =
                given().get(question + "&cursor=" + first.getString("next")).jsonPath();

        // Then
        assertThat(first.getList("items.collect { it.first.id }")).containsExactly(id(run + "z"));
        assertThat(second.getList("items.collect { it.first.id }")).containsExactly(id(run + "a"));
        assertThat(second.getString("next")).isNull();
        given().get("/api/stories?limit=1&cursor=" + first.getString("next"))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
    }

    @Test
    void listsThoseOfMostArticlesFirstPageByPage() {
        // Given: three stories; the largest is the oldest, of the others the later one comes first
        int days = 24 * 60;
        send(told("a", 1, "herald", 0), told("b", 1, "herald", 30));
        String largest = awaitStory("b", 2);
        send(told("y", 1, "herald", 5 * days), told("z", 1, "herald", 10 * days));
        String older = awaitStory("y", 1);
        String newer = awaitStory("z", 1);
        String question = "/api/stories?sort=largest&limit=2&source=" + run + "herald";

        // When
        JsonPath first = given().get(question).jsonPath();
        JsonPath second =
                given().get(question + "&cursor=" + first.getString("next")).jsonPath();

        // Then
        assertThat(first.getList("items.id")).containsExactly(largest, newer);
        assertThat(second.getList("items.id")).containsExactly(older);
        assertThat(second.getString("next")).isNull();
        assertThat(given().get("/api/stories?sort=newest&limit=1&source=" + run + "herald")
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(newer);
        given().get("/api/stories?limit=2&source=" + run + "herald&cursor=" + first.getString("next"))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
    }

    @Test
    void showsNothingOfAStoryWhoseArticlesWereKilled() {
        // Given
        send(told("a", 1, "herald", 0));
        String id = awaitStory("a", 1);

        // When
        send(canceled(run + "a", 2));

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        given().get("/api/stories/" + id).then().statusCode(404).body("code", equalTo("not-found")));
        assertThat(stories.storyOf(id(run + "a"))).isEmpty();
    }

    @Test
    void redirectsFromAStoryThatWasMerged() {
        // Given: an article alone, then told anew as another one is told
        EnrichedArticle alone = io.dateline.store.testing.Stories.bare(
                article(run + "b", 1)
                        .source(new Source(run + "tribune", "The tribune", Source.Kind.FEED))
                        .title("Quite another matter " + run)
                        .body("Nothing of what is said elsewhere.")
                        .publishedAt(day)
                        .fetchedAt(day)
                        .build(),
                "en");
        send(told("a", 1, "herald", 0));
        String into = awaitStory("a", 1);
        send(alone);
        String from = awaitStory("b", 1);

        // When
        send(told("b", 2, "tribune", 5));
        awaitStory("a", 2);

        // Then
        String location = given().redirects()
                .follow(false)
                .get("/api/stories/" + from)
                .then()
                .statusCode(301)
                .extract()
                .header("Location");
        assertThat(location).endsWith("/api/stories/" + into);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=words",
                "sort=relevance",
                "sort=newest&sort=largest",
                "facets=true",
                "min-sources=0",
                "min-sources=1001",
                "min-sources=two",
                "limit=0",
                "limit=101",
                "from=yesterday",
                "colour=red",
                "min-sources=1&min-sources=2"
            })
    void refusesWhatItDoesNotKnow(String parameters) {
        // When / Then
        given().get("/api/stories?" + parameters)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-parameter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"story-none", "%00", "' OR 1=1 --"})
    void knowsNoStoryOfThatId(String id) {
        // When / Then
        given().get("/api/stories/{id}", id).then().statusCode(404).body("code", equalTo("not-found"));
    }
}
