package io.dateline.store.api;

import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfraResource.class)
class ErasureApiTest {
    private final String key = "erase-" + UUID.randomUUID();

    @Inject
    MeterRegistry registry;

    private double erased() {
        return registry.find("dateline.articles").tag("stage", "store").tag("outcome", "erased").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private void store(int revision) {
        try (Topic topic = new Topic()) {
            topic.send(story(key, revision, article -> article));
        }
    }

    private Response article() {
        return given().get("/api/articles/" + id(key));
    }

    @Test
    void erasesForGoodAndTellsFollowers() {
        // Given
        store(1);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(article().statusCode()).isEqualTo(200));
        long before = article().jsonPath().getLong("stored.seq");
        double erasedBefore = erased();

        // When
        Response first = given().delete("/api/articles/" + id(key));
        Response second = given().delete("/api/articles/" + id(key));
        store(1);
        store(2);

        // Then
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(second.statusCode()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(erased()).isEqualTo(erasedBefore + 2));
        assertThat(article().statusCode()).isEqualTo(410);
        assertThat(article().jsonPath().getString("code")).isEqualTo("erased");
        assertThat(given().accept("text/html").get("/articles/" + id(key)).statusCode())
                .isEqualTo(410);
        JsonPath changes =
                given().get("/api/changes?limit=1000&after=" + (before - 1)).jsonPath();
        List<Map<String, Object>> ours = changes.getList("items.findAll { it.id == '" + id(key) + "' }");
        assertThat(ours).hasSize(2).allSatisfy(change -> {
            assertThat(change).containsEntry("status", "canceled").containsKey("erasedAt");
            assertThat(change).doesNotContainKey("item");
        });
        assertThat(changes.getList("items.seq")).doesNotHaveDuplicates();
    }

    @Test
    void whatWasNeverStoredIsNotFound() {
        assertThat(given().delete("/api/articles/nosuch").statusCode()).isEqualTo(404);
    }
}
