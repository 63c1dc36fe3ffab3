package io.dateline.store.api;

import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.article.Sighting;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.topic.Topics;
import io.dateline.store.query.Sightings;
import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfraResource.class)
class SightingsApiTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final String key = UUID.randomUUID().toString();
    private final EnrichedArticle story = story(key);

    private Sighting seen(int number, String title) {
        Source source = new Source("carrier-" + number, "Carrier " + number, Source.Kind.FEED);
        String url = "https://carrier.example/" + key + "/" + number;
        return new Sighting(id(key), 1, source, url, title, NOON.plusSeconds(number));
    }

    private JsonPath article(String path) {
        return given().get("/api/articles/" + id(key) + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void answersWhoElseCarriesAnArticleThoughTheyCameBeforeIt() {
        try (Topic topic = new Topic()) {
            // Given
            topic.send(seen(2, "Another title"), seen(1, story.article().title()));
            topic.send(seen(1, story.article().title()));

            // When
            topic.send(story);
        }
        StoredStories.awaitStatus(story, 200);

        // Then
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(article("").getInt("sightings.count")).isEqualTo(2));
        JsonPath article = article("");
        assertThat(article.getList("sightings.items.source.id")).containsExactly("carrier-1", "carrier-2");
        assertThat(article.getString("sightings.items[0].title"))
                .as("as the article's own")
                .isNull();
        assertThat(article.getString("sightings.items[1].title")).isEqualTo("Another title");
        assertThat(article.getString("sightings.items[0].url")).isEqualTo("https://carrier.example/" + key + "/1");
        assertThat(article.getString("sightings.items[0].firstSeen")).isEqualTo("2026-11-20T12:00:01Z");
        JsonPath trail = article("/trail");
        assertThat(trail.getInt("sightings.count")).isEqualTo(2);
        assertThat(trail.getList("sightings.items.title")).containsOnlyNulls();
        String page = given().get("/articles/" + id(key))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("Also carried by", "Carrier 1", "Another title", "https://carrier.example/" + key + "/2")
                .contains("2026-11-20T12:00:02Z");
    }

    @Test
    void answersAsManyAsTheLimitAndCountsAll() {
        try (Topic topic = new Topic()) {
            topic.send(story);
            for (int number = 1; number <= Sightings.MOST; number++) {
                topic.send(seen(number, null));
            }
            StoredStories.awaitStatus(story, 200);
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(article("").getInt("sightings.count")).isEqualTo(Sightings.MOST));
            assertThat(article("").getList("sightings.items")).hasSize(Sightings.MOST);

            // When: one past it
            topic.send(seen(Sightings.MOST + 1, null));
        }

        // Then
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(article("").getInt("sightings.count")).isEqualTo(Sightings.MOST + 1));
        assertThat(article("").getList("sightings.items")).hasSize(Sightings.MOST);
        assertThat(given().get("/articles/" + id(key)).asString()).contains("and 1 more");
    }

    @Test
    void forgetsThemWithAnErasedArticle() {
        try (Topic topic = new Topic()) {
            topic.send(story);
            topic.send(seen(1, null));
        }
        StoredStories.awaitStatus(story, 200);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(article("").getInt("sightings.count")).isEqualTo(1));

        // When
        given().delete("/api/articles/" + id(key)).then().statusCode(204);

        // Then
        given().get("/api/articles/" + id(key)).then().statusCode(410);
    }

    @Test
    void putsAsideWhatIsNoSightingAndGoesOn() {
        try (Topic topic = new Topic()) {
            // When
            topic.send(story);
            topic.sendBrokenSighting("broken-" + key, "no json".getBytes(StandardCharsets.UTF_8));
            topic.send(seen(1, null));
        }

        // Then
        StoredStories.awaitStatus(story, 200);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(article("").getInt("sightings.count")).isEqualTo(1));
        var letters = Topic.deadLetters(Topics.SIGHTINGS, key);
        assertThat(letters).hasSize(1);
        assertThat(MessageCodec.header(letters.get(0).headers(), "dead-letter-reason"))
                .isEqualTo("undecodable");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(given().queryParam("topic", Topics.deadLetter(Topics.SIGHTINGS))
                                .get("/api/dead-letters")
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath()
                                .getList("items.key"))
                        .contains("broken-" + key));
    }
}
