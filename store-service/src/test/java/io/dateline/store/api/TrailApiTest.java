package io.dateline.store.api;

import static io.dateline.store.testing.Stories.canceled;
import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.message.MessageType;
import io.dateline.contracts.message.RecordPosition;
import io.dateline.contracts.topic.Topics;
import io.dateline.store.testing.Buried;
import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfraResource.class)
class TrailApiTest {
    private static final RecordPosition RAW =
            new RecordPosition(Topics.RAW, 5, 4_200_000_000L, Instant.parse("2026-11-20T08:00:01Z"));

    private static final Duration SOON = Duration.ofSeconds(30);

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
    void tellsWhereAnArticleEndedThatWasNeverStored() {
        // Given
        RecordMetadata older = Buried.letter(
                Topics.RAW,
                id(key),
                new byte[] {1},
                MessageType.RAW_ARTICLE.ceType(),
                DeadLetterReason.UNDECODABLE,
                "not JSON",
                0);
        RecordMetadata newer = Buried.enriched(id(key), new byte[] {1, 2}, "a row PostgreSQL refuses", 0);

        // When
        JsonPath trail = await().atMost(SOON)
                .until(
                        () -> given().get("/api/articles/" + id(key) + "/trail").jsonPath(),
                        path -> path.getList("deadLetters") != null
                                && path.getList("deadLetters").size() == 2);

        // Then
        assertThat(trail.getString("id")).isEqualTo(id(key));
        assertThat(trail.getString("status")).isNull();
        assertThat(trail.getList("revisions")).isEmpty();
        assertThat(trail.getList("deadLetters.head.reason")).containsExactly("unstorable", "undecodable");
        assertThat(trail.getList("deadLetters.head.detail")).containsExactly("a row PostgreSQL refuses", "not JSON");
        assertThat(trail.getList("deadLetters.letter"))
                .containsExactly(
                        "/api/dead-letters/articles.enriched.dead-letter/0/" + newer.offset(),
                        "/api/dead-letters/articles.raw.dead-letter/0/" + older.offset());
        given().get(trail.getString("deadLetters[0].letter"))
                .then()
                .statusCode(200)
                .body("head.key", equalTo(id(key)));
        given().contentType("application/json")
                .body("{\"letters\": [{\"topic\": \"articles.enriched.dead-letter\", \"partition\": 0, \"offset\": "
                        + newer.offset() + "}]}")
                .post(trail.getString("deadLetters[0].replay"))
                .then()
                .statusCode(200)
                .body("replayed", equalTo(1));

        // And: the list has them by the article
        given().get("/api/dead-letters?article=" + id(key))
                .then()
                .body("items.topic", hasItems("articles.enriched.dead-letter", "articles.raw.dead-letter"))
                .body("items.key.unique()", contains(id(key)));
        given().get("/api/dead-letters?topic=articles.raw.dead-letter&article=" + id(key))
                .then()
                .body("items.offset", contains((int) older.offset()));
        given().get("/api/dead-letters?article=" + id(key) + "&limit=1").then().body("items", hasSize(1));
        given().get("/api/dead-letters?limit=200").then().body("items.key", hasItem(id(key)));
        given().get("/api/dead-letters?article=wire-0").then().body("items", hasSize(0));
        given().get("/api/dead-letters?topic=articles.raw&article=" + id(key))
                .then()
                .statusCode(404);
    }

    @Test
    void tellsOfARevisionThatDiedBesideThoseThatAreStored() {
        // Given
        send(story(key), RAW, 200);

        // When
        Buried.enriched(id(key), new byte[] {1}, "revision two died", 0);

        // Then
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(trail().getList("deadLetters.head.detail")).containsExactly("revision two died"));
        assertThat(trail().getInt("head")).isEqualTo(1);
    }

    @Test
    void answersProblemsForWhatIsNotThere() {
        given().get("/api/articles/none/trail")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"))
                .body("detail", containsString("dead letters. "));
        given().urlEncodingEnabled(false).get("/api/articles/%00/trail").then().statusCode(404);
        given().get("/api/articles/" + "x".repeat(3_000) + "/trail").then().statusCode(404);
    }
}
