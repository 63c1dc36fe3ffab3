package io.dateline.store.api;

import static io.dateline.store.testing.Stories.canceled;
import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.MessageType;
import io.dateline.contracts.message.RecordPosition;
import io.dateline.contracts.topic.Topics;
import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfraResource.class)
class TrailApiTest {
    private static final RecordPosition RAW =
            new RecordPosition(Topics.RAW, 5, 4_200_000_000L, Instant.parse("2026-11-20T08:00:01Z"));

    private final String key = UUID.randomUUID().toString();

    private void send(EnrichedArticle article, RecordPosition raw, int status) {
        try (Topic topic = new Topic()) {
            topic.send(article, MessageType.ENRICHED_ARTICLE.ceType(), raw);
            topic.flush();
        }
        StoredStories.awaitStatus(article, status);
    }

    private JsonPath trail() {
        return given().get("/api/articles/" + id(key) + "/trail")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void tellsEachStepOfEachRevision() {
        // Given
        send(story(key), RAW, 200);
        send(story(key, 2, article -> article), null, 200);

        // When
        JsonPath trail = trail();

        // Then
        assertThat(trail.getInt("head")).isEqualTo(2);
        assertThat(trail.getList("revisions.revision")).containsExactly(2, 1);
        assertThat(trail.getMap("revisions[0].published")).isEmpty();
        assertThat(trail.getMap("revisions[1].published.record"))
                .isEqualTo(Map.of(
                        "topic",
                        RAW.topic(),
                        "partition",
                        RAW.partition(),
                        "offset",
                        RAW.offset(),
                        "appendedAt",
                        RAW.appendedAt().toString()));
        assertThat(trail.getString("revisions[1].enriched.version")).isEqualTo("0123456789abcdef");
        assertThat(trail.getString("revisions[1].enriched.record.topic")).isEqualTo(Topics.ENRICHED);
        assertThat(trail.getInt("revisions[1].enriched.record.partition")).isZero();
        assertThat(trail.getLong("revisions[0].enriched.record.offset"))
                .isGreaterThan(trail.getLong("revisions[1].enriched.record.offset"));
        assertThat(Instant.parse(trail.getString("revisions[1].enriched.at")))
                .isBeforeOrEqualTo(Instant.parse(trail.getString("revisions[1].stored.at")));
        assertThat(trail.getLong("revisions[0].stored.seq")).isGreaterThan(trail.getLong("revisions[1].stored.seq"));
        assertThat(trail.getString("revisions[1].fetched.source")).isEqualTo("test-wire");
        assertThat(trail.getString("revisions[1].stored.traceId")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void tellsTheWayOfAWithdrawnArticleAndNotThatOfOneUnderEmbargo() {
        // Given
        send(story(key), RAW, 200);
        send(canceled(key, 2), RAW, 410);
        JsonPath withdrawn = trail();

        // When
        send(story(key, 3, article -> article.status(ArticleStatus.WITHHELD)), RAW, 404);

        // Then
        assertThat(withdrawn.getString("status")).isEqualTo("canceled");
        assertThat(withdrawn.getString("revisions[1].published.record.topic")).isEqualTo(RAW.topic());
        given().get("/api/articles/" + id(key) + "/trail").then().statusCode(404);
    }

    @Test
    void answersProblemsForWhatIsNotThere() {
        given().get("/api/articles/none/trail").then().statusCode(404).body("code", equalTo("not-found"));
        given().urlEncodingEnabled(false).get("/api/articles/%00/trail").then().statusCode(404);
        given().get("/api/articles/" + "x".repeat(3_000) + "/trail").then().statusCode(404);
    }
}
