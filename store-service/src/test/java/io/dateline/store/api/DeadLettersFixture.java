package io.dateline.store.api;

import static io.dateline.store.testing.Stories.id;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.topic.Topics;
import io.dateline.store.testing.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Dead letters of a test's own, and what the API says of them. */
abstract class DeadLettersFixture {
    static final String DEAD = Topics.deadLetter(Topics.ENRICHED);
    static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    MeterRegistry registry;

    final String run = UUID.randomUUID().toString().substring(0, 8);

    static Map<String, Object> place(long offset) {
        return Map.of("topic", DEAD, "partition", 0, "offset", offset);
    }

    static Response replay(Map<String, Object> body) {
        return given().contentType("application/json").body(body).post("/api/dead-letters/replay");
    }

    static Response replay(long... offsets) {
        return replay(Map.of(
                "letters",
                Arrays.stream(offsets).mapToObj(DeadLettersFixture::place).toList()));
    }

    static ValidatableResponse letter(long offset) {
        return given().get("/api/dead-letters/{topic}/0/{offset}", DEAD, offset).then();
    }

    Map<String, Object> group(String detail, Object... more) {
        Map<String, Object> body = new HashMap<>();
        body.put("group", Map.of("topic", DEAD, "service", "store", "reason", "unstorable", "cause", detail));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    static List<ConsumerRecord<byte[], byte[]>> awaitLetters(String key, int count) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Topic.deadLetters(key)).hasSize(count));
        return Topic.deadLetters(key);
    }

    static void awaitStored(String id) {
        await().atMost(SOON)
                .untilAsserted(() -> given().get("/api/articles/" + id).then().statusCode(200));
    }

    double count(String name, String outcome) {
        return registry.find(name).tag(MetricNames.OUTCOME, outcome).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    static List<String> headers(ConsumerRecord<byte[], byte[]> record, String name) {
        return StreamSupport.stream(record.headers().headers(name).spliterator(), false)
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
