package io.dateline.store.api;

import static io.dateline.store.testing.Stories.canceled;
import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.testing.Stories;
import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfraResource.class)
class DiffApiTest {
    private final String key = UUID.randomUUID().toString();
    private final String path = "/api/articles/" + id(key) + "/diff";

    private void send(EnrichedArticle... articles) {
        try (Topic topic = new Topic()) {
            topic.send(articles);
        }
        EnrichedArticle last = articles[articles.length - 1];
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get("/api/articles/" + id(key) + "/trail")
                        .then()
                        .body("head", equalTo(last.article().revision())));
    }

    private EnrichedArticle revision(int number, String title, String summary) {
        EnrichedArticle whole = story(
                key,
                number,
                article -> article.contentHash(Stories.hash("diff " + number))
                        .title(title)
                        .summary(summary));
        // What was told of other words does not hold of these.
        return Stories.bare(whole.article(), "en");
    }

    private JsonPath diff(String query) {
        return given().get(path + query).then().statusCode(200).extract().jsonPath();
    }

    @Test
    void tellsWhatChangedWordByWord() {
        // Given
        send(
                revision(1, "Forty ships waited", "Off the coast."),
                revision(2, "Sixty ships waited", "Off the coast."),
                revision(3, "Sixty ships waited", null));

        // When
        JsonPath first = diff("?from=1&to=2");
        JsonPath latest = diff("");
        JsonPath all = diff("?from=1");
        JsonPath back = diff("?from=2&to=1");

        // Then
        assertThat(first.getInt("from.revision")).isEqualTo(1);
        assertThat(first.getInt("to.revision")).isEqualTo(2);
        assertThat(first.getString("to.storedAt")).isNotBlank();
        assertThat(first.getList("parts.field")).containsExactly("title");
        assertThat(first.getString("parts[0].state")).isEqualTo("changed");
        assertThat(first.getList("parts[0].pieces"))
                .isEqualTo(List.of(
                        Map.of("text", "Forty", "how", "removed"),
                        Map.of("text", "Sixty", "how", "added"),
                        Map.of("text", " ships waited", "how", "same")));
        assertThat(latest.getInt("from.revision")).isEqualTo(2);
        assertThat(latest.getList("parts.field")).containsExactly("summary");
        assertThat(all.getList("parts.field")).containsExactly("title", "summary");
        assertThat(back.getList("parts[0].pieces.how")).containsExactly("removed", "added", "same");
        assertThat(diff("?from=2&to=2").getList("parts")).isEmpty();
    }

    @Test
    void saysSoWhereNothingIsComparedWordByWord() {
        // Given
        send(revision(1, "One two three four five six", null), revision(2, "u v w x y z", null));

        // When
        JsonPath diff = diff("");

        // Then
        assertThat(diff.getString("parts[0].state")).isEqualTo("too-different");
        assertThat(diff.getList("parts[0].pieces")).isEmpty();
    }

    @Test
    void answersProblemsForWhatCannotBeShown() {
        // Given
        send(revision(1, "Only one", null));

        // When, then
        given().get(path).then().statusCode(404).body("detail", equalTo("There is no revision before this one."));
        given().get(path + "?from=1&to=2").then().statusCode(404).body("code", equalTo("not-found"));
        given().get(path + "?from=9").then().statusCode(404);
        given().get(path + "?from=x").then().statusCode(400).body("code", equalTo("invalid-parameter"));
        given().get("/api/articles/none/diff").then().statusCode(404);

        // When: withdrawn
        send(canceled(key, 2));

        // Then
        given().get(path + "?from=1&to=1").then().statusCode(410).body("code", equalTo("withdrawn"));
    }
}
