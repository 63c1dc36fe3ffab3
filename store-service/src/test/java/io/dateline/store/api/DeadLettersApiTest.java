package io.dateline.store.api;

import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.store.testing.Buried;
import io.dateline.store.testing.Stories;
import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfraResource.class)
class DeadLettersApiTest extends DeadLettersFixture {
    @Test
    void anUndecodableRecordIsGroupedAndReadAndDiesAgainOfItsLastReason() {
        // Given
        String key = "undecodable-" + run;
        try (Topic topic = new Topic()) {
            topic.sendBytes(key, "{\"article\": oh no".getBytes(StandardCharsets.UTF_8));
            topic.flush();
        }
        long offset = awaitLetters(key, 1).get(0).offset();

        // When / Then: grouped
        given().get("/api/dead-letters/groups")
                .then()
                .statusCode(200)
                .body(
                        "groups.findAll { it.reason == 'undecodable' }.cause",
                        hasItem("not JSON of the contract: JsonParseException"))
                .body("groups.findAll { it.reason == 'undecodable' }.sample.offset", hasItem((int) offset))
                .body("topics.find { it.topic == '" + DEAD + "' }.approximate", equalTo(false));

        // When / Then: read
        letter(offset)
                .statusCode(200)
                .body("payload.form", equalTo("text"))
                .body("payload.text", equalTo("{\"article\": oh no"))
                .body("head.key", equalTo(key))
                .body("contract.reason", equalTo("undecodable"))
                .body("left", equalTo(5))
                .body("replayed", hasSize(0));

        // When: put back as it is
        replay(offset).then().statusCode(200).body("replayed", equalTo(1)).body("items[0].replays", equalTo(1));

        // Then
        ConsumerRecord<byte[], byte[]> second = awaitLetters(key, 2).get(1);
        assertThat(headers(second, MessageHeaders.DEAD_LETTER_REASON)).containsExactly("undecodable");
        assertThat(headers(second, MessageHeaders.DEAD_LETTER_OFFSET)).hasSize(1);
        assertThat(headers(second, MessageHeaders.REPLAYS)).containsExactly("1");
        letter(offset).body("replayed", hasSize(1)).body("replayed[0].edited", equalTo(false));
        letter(second.offset()).body("head.replays", equalTo(1)).body("left", equalTo(4));
    }

    @Test
    void aLetterWhoseCauseWentAwayIsStoredAndPutBackTwiceChangesNothing() {
        // Given
        String detail = "cause of " + run;
        RecordMetadata lies = Buried.enriched(id(run), MessageCodec.encode(story(run)), detail, 0);
        double duplicates = count(MetricNames.ARTICLES, "duplicate");
        double replayed = count(MetricNames.DEAD_LETTERS_REPLAYED, "replayed");

        // When
        letter(lies.offset()).body("payload.form", equalTo("json")).body("contract", nullValue());
        replay(lies.offset()).then().statusCode(200).body("replayed", equalTo(1));
        awaitStored(id(run));
        int seq = given().get("/api/articles/" + id(run)).jsonPath().getInt("stored.seq");
        replay(lies.offset()).then().statusCode(200).body("items[0].replays", equalTo(2));

        // Then
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(count(MetricNames.ARTICLES, "duplicate")).isGreaterThanOrEqualTo(duplicates + 1));
        assertThat(given().get("/api/articles/" + id(run)).jsonPath().getInt("stored.seq"))
                .isEqualTo(seq);
        assertThat(given().get("/api/changes?after=" + (seq - 1) + "&limit=100")
                        .jsonPath()
                        .getList("items.findAll { it.id == '" + id(run) + "' }"))
                .hasSize(1);
        assertThat(Topic.deadLetters(id(run))).hasSize(1);
        assertThat(count(MetricNames.DEAD_LETTERS_REPLAYED, "replayed")).isGreaterThanOrEqualTo(replayed + 2);
        letter(lies.offset()).body("replayed", hasSize(2)).body("left", equalTo(3));
    }

    @Test
    void aConflictingRevisionDiesAgainAndIsStoredAsAnotherRevision() {
        // Given
        String key = run + "conflict";
        var other = story(
                key, 1, article -> article.contentHash(Stories.hash("other")).title("Another title"));
        try (Topic topic = new Topic()) {
            topic.send(story(key));
            awaitStored(id(key));
            topic.send(Stories.bare(other.article(), "en"));
        }
        long offset = awaitLetters(id(key), 1).get(0).offset();

        // When
        replay(offset).then().statusCode(200);

        // Then
        ConsumerRecord<byte[], byte[]> second = awaitLetters(id(key), 2).get(1);
        assertThat(headers(second, MessageHeaders.DEAD_LETTER_REASON)).containsExactly("revision-conflict");
        given().get("/api/dead-letters/groups")
                .then()
                .body(
                        "groups.findAll { it.reason == 'revision-conflict' }.cause",
                        hasItem("ID revision N is stored with another content hash"));

        // When
        Map<String, Object> payload =
                letter(second.offset()).extract().jsonPath().getMap("payload.json");
        payload = edited(payload, 2);
        replay(Map.of("letters", List.of(place(second.offset())), "payload", payload))
                .then()
                .statusCode(200)
                .body("items[0].replays", equalTo(2));

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> given().get("/api/articles/" + id(key))
                        .then()
                        .body("article.revision", equalTo(2))
                        .body("article.title", equalTo("Another title")));
        letter(second.offset()).body("replayed[0].edited", equalTo(true));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> edited(Map<String, Object> payload, int revision) {
        Map<String, Object> whole = new HashMap<>(payload);
        Map<String, Object> article = new HashMap<>((Map<String, Object>) whole.get("article"));
        article.put("revision", revision);
        whole.put("article", article);
        return whole;
    }

    @Test
    void aPayloadThatBreaksItsContractIsRefusedInWords() {
        // Given
        long offset = Buried.enriched(id(run), "no json".getBytes(StandardCharsets.UTF_8), "d " + run, 0)
                .offset();

        // When / Then
        replay(Map.of("letters", List.of(place(offset)), "payload", Map.of("article", Map.of("id", "x"))))
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-replay"))
                .body("errors[0].where", equalTo("payload"))
                .body("errors[0].detail", containsString("invalid: article, language or enrichment is missing"));
        replay(Map.of("letters", List.of(place(offset)), "payload", "text"))
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("undecodable"));
        letter(offset).body("replayed", hasSize(0));
    }

    @Test
    void aRecordOfAnUnknownTypeIsMendedByItsPayloadAndTakesKeyAndTypeFromIt() {
        // Given
        String key = run + "mended";
        try (Topic topic = new Topic()) {
            topic.send(story(key), "com.example.something");
        }
        long offset = awaitLetters(id(key), 1).get(0).offset();
        Map<String, Object> payload = letter(offset).extract().jsonPath().getMap("payload.json");

        // When
        replay(Map.of("letters", List.of(place(offset)), "payload", payload))
                .then()
                .statusCode(200);

        // Then
        awaitStored(id(key));
    }

    @Test
    void anEditedPayloadHasItsLimit() {
        // Given
        String key = run + "large";
        long offset =
                Buried.enriched(id(key), new byte[] {1}, "large " + run, 0).offset();
        String payload = new String(MessageCodec.encode(story(key)), StandardCharsets.UTF_8);
        String padded = payload.substring(0, payload.length() - 1) + ",\"pad\":\"%s\"}";
        int room = (1 << 20) - padded.replace("%s", "").getBytes(StandardCharsets.UTF_8).length;
        String body = "{\"letters\": [{\"topic\": \"" + DEAD + "\", \"partition\": 0, \"offset\": " + offset
                + "}], \"payload\": PAYLOAD}";

        // When
        Response past = post(body.replace("PAYLOAD", padded.replace("%s", "x".repeat(room + 1))));
        Response within = post(body.replace("PAYLOAD", padded.replace("%s", "x".repeat(room))));

        // Then
        past.then().statusCode(413).body("code", equalTo("too-large"));
        within.then().statusCode(200);
        awaitStored(id(key));
    }

    private static Response post(String body) {
        return given().contentType("application/json").body(body).post("/api/dead-letters/replay");
    }

    @Test
    void otherRequestsHaveTheirSmallLimitStill() {
        assertThat(given().contentType("application/json")
                        .body(" ".repeat((64 << 10) + 1))
                        .post("/api/saved-queries")
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("too-large");
    }

    @Test
    void whatIsNotThereIsToldSo() {
        replay(Long.MAX_VALUE / 100).then().statusCode(404).body("code", equalTo("not-found"));
        letter(Long.MAX_VALUE / 100).statusCode(404);
        for (String path : List.of("articles.raw/0/0", DEAD + "/x/0", DEAD + "/0/-1", DEAD + "/7/0")) {
            given().get("/api/dead-letters/" + path).then().statusCode(404).body("code", equalTo("not-found"));
        }
        replay(Map.of("letters", List.of(Map.of("topic", "articles.raw", "partition", 0, "offset", 0))))
                .then()
                .statusCode(422)
                .body("errors[0].where", equalTo("letters[0]"));
        replay(group("x", "cursor", "forged")).then().statusCode(400).body("code", equalTo("invalid-cursor"));
    }
}
