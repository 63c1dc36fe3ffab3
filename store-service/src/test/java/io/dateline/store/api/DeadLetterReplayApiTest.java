package io.dateline.store.api;

import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.topic.Topics;
import io.dateline.store.testing.Buried;
import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What is put back, how often, and as what. */
@QuarkusTest
@WithTestResource(InfraResource.class)
class DeadLetterReplayApiTest extends DeadLettersFixture {
    @Test
    void nothingIsPutBackMoreOftenThanItMay() {
        // Given
        byte[] value = MessageCodec.encode(story(run));
        long tired = Buried.enriched(id(run), value, "tired " + run, 5).offset();
        long almost = Buried.enriched(id(run), value, "almost " + run, 4).offset();
        double refused = count(MetricNames.DEAD_LETTERS_REPLAYED, "too-many-replays");

        // When / Then: by what its header says
        replay(tired)
                .then()
                .statusCode(409)
                .body("code", equalTo("too-many-replays"))
                .body("detail", containsString("5 times"));
        letter(tired).body("left", equalTo(0));

        // When / Then: by what is remembered
        replay(almost).then().statusCode(200).body("items[0].replays", equalTo(5));
        replay(almost).then().statusCode(409);
        letter(almost).body("left", equalTo(0));

        // When / Then: among others
        replay(tired, almost)
                .then()
                .statusCode(200)
                .body("replayed", equalTo(0))
                .body("items.outcome", equalTo(List.of("too-many-replays", "too-many-replays")));
        assertThat(count(MetricNames.DEAD_LETTERS_REPLAYED, "too-many-replays")).isEqualTo(refused + 4);
    }

    @Test
    void aGroupIsPutBackOldestFirstPageByPageAndOnceOnly() {
        // Given
        String detail = "group of " + run;
        for (int i = 0; i < 3; i++) {
            Buried.enriched(id(run + i), MessageCodec.encode(story(run + i)), detail, 0);
        }
        Buried.enriched(id(run + "other"), MessageCodec.encode(story(run + "other")), "not " + detail, 0);

        // When
        Response first = replay(group(detail, "limit", 2));
        String next = first.jsonPath().getString("next");
        Response second = replay(group(detail, "limit", 2, "cursor", next));
        Response again = replay(group(detail));

        // Then
        first.then().statusCode(200).body("replayed", equalTo(2));
        second.then().statusCode(200).body("replayed", equalTo(1)).body("next", nullValue());
        again.then()
                .body("replayed", equalTo(0))
                .body("items.outcome", equalTo(List.of("replayed-before", "replayed-before", "replayed-before")));
        for (int i = 0; i < 3; i++) {
            awaitStored(id(run + i));
        }
        given().get("/api/articles/" + id(run + "other")).then().statusCode(404);
        given().get("/api/dead-letters/groups")
                .then()
                .body("groups.find { it.cause == '" + detail + "' }.count", equalTo(3))
                .body("groups.find { it.cause == '" + detail + "' }.replayed", equalTo(3));
    }

    @Test
    void whatDiesAgainIsNotPutBackAgainByTheSameRun() {
        // Given: what dies again joins the group it is of
        String key = "loop-" + run;
        String cause = "not JSON of the contract: JsonEOFException";
        try (Topic topic = new Topic()) {
            topic.sendBytes(key, "{".getBytes(StandardCharsets.UTF_8));
            topic.flush();
        }
        awaitLetters(key, 1);
        Map<String, Object> group =
                Map.of("group", Map.of("topic", DEAD, "service", "store", "reason", "undecodable", "cause", cause));

        // When
        Response run1 = replay(group);

        // Then
        run1.then().statusCode(200).body("next", nullValue());
        awaitLetters(key, 2);
        assertThat(headers(Topic.deadLetters(key).get(1), MessageHeaders.REPLAYS))
                .containsExactly("1");
    }

    @Test
    void keepsKeyValueAndHeadersAndAddsTheCount() {
        // Given
        long offset = Buried.enriched(id(run), MessageCodec.encode(story(run)), "whole " + run, 0)
                .offset();

        // When
        replay(offset).then().statusCode(200);

        // Then
        ConsumerRecord<byte[], byte[]> back = Topic.last(Topics.ENRICHED, id(run));
        assertThat(back.value()).isEqualTo(MessageCodec.encode(story(run)));
        assertThat(StreamSupport.stream(back.headers().spliterator(), false).map(header -> header.key()))
                .containsExactlyInAnyOrder("ce_type", "x-own", "replays");
        assertThat(headers(back, MessageHeaders.REPLAYS)).containsExactly("1");
    }
}
