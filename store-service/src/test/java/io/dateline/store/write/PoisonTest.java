package io.dateline.store.write;

import static io.dateline.store.testing.Stories.bare;
import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.store.testing.Stories;
import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
class PoisonTest {
    @Inject
    MeterRegistry registry;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4})
    void buriesWhatIsNoJsonAndStoresTheRestOfItsBatch(int position) {
        // Given
        double stored = count("stored", MetricNames.NO_REASON);
        double buried = count(MetricNames.DEAD_LETTERED, "undecodable");
        byte[] broken = "{\"article\": oh no".getBytes(StandardCharsets.UTF_8);

        // When
        try (Topic topic = new Topic()) {
            for (int i = 0; i < 5; i++) {
                if (i == position) {
                    topic.sendBytes("broken-" + run, broken);
                } else {
                    topic.send(story(run + i), "io.dateline.article.enriched.v1");
                }
            }
            topic.flush();
        }

        // Then
        for (int i = 0; i < 5; i++) {
            if (i != position) {
                awaitStored(id(run + i));
            }
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(count(MetricNames.DEAD_LETTERED, "undecodable"))
                        .isEqualTo(buried + 1));
        assertThat(count("stored", MetricNames.NO_REASON)).isEqualTo(stored + 4);
        List<ConsumerRecord<byte[], byte[]>> letters = Topic.deadLetters("broken-" + run);
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).value()).isEqualTo(broken);
        assertThat(MessageCodec.header(letters.get(0).headers(), MessageHeaders.DEAD_LETTER_REASON))
                .isEqualTo("undecodable");
        assertThat(MessageCodec.header(letters.get(0).headers(), MessageHeaders.DEAD_LETTER_TOPIC))
                .isEqualTo("articles.enriched");
    }

    @Test
    void tellsEachKindOfPoisonByItsReason() {
        // Given
        String known = id(run + "known");
        try (Topic topic = new Topic()) {
            topic.send(story(run + "known"));
            awaitStored(known);

            // When
            topic.send(story(run + "v2"), "io.dateline.article.enriched.v2");
            topic.send(story(run + "other"), "com.example.something");
            topic.send(
                    story(run + "nul-title", 1, article -> article.title("NUL \u0000")),
                    "io.dateline.article.enriched.v1");
            topic.send(withNulInAnEntity(story(run + "nul-name")), "io.dateline.article.enriched.v1");
            topic.send(
                    story(run + "known", 1, article -> article.contentHash(Stories.hash("other"))),
                    "io.dateline.article.enriched.v1");
            topic.send(bare(Stories.article(run + "no-language", 1).build(), null));
            topic.send(story(run + "good"));
        }

        // Then
        awaitStored(id(run + "good"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(reason(id(run + "v2"))).isEqualTo("unknown-version");
            assertThat(reason(id(run + "other"))).isEqualTo("unknown-type");
            assertThat(reason(id(run + "nul-title"))).isEqualTo("invalid");
            assertThat(reason(id(run + "nul-name"))).isEqualTo("unstorable");
            assertThat(reason(id(run + "no-language"))).isEqualTo("invalid");
            assertThat(reason(known)).isEqualTo("revision-conflict");
        });
        given().get("/api/articles/" + known)
                .then()
                .statusCode(200)
                .body("stored.contentHash", equalTo(Stories.hash(run + "known/1")));
    }

    /** Evidence and limits hold, so that only the database finds it. */
    private static EnrichedArticle withNulInAnEntity(EnrichedArticle from) {
        Entity entity = from.entities().get(0);
        Entity broken = new Entity(
                entity.id(),
                entity.type(),
                entity.name(),
                entity.salience(),
                List.of(new Entity.Role("speaker \u0000", entity.mentions().get(0), null)),
                entity.links(),
                entity.geo(),
                entity.linkReason(),
                entity.mentions(),
                entity.by());
        return new EnrichedArticle(
                from.article(),
                from.language(),
                from.dateline(),
                List.of(broken),
                from.topics(),
                from.events(),
                from.quotes(),
                from.dates(),
                from.fingerprint(),
                from.enrichment());
    }

    private static String reason(String key) {
        List<ConsumerRecord<byte[], byte[]>> letters = Topic.deadLetters(key);
        assertThat(letters).hasSize(1);
        return MessageCodec.header(letters.get(0).headers(), MessageHeaders.DEAD_LETTER_REASON);
    }

    private static void awaitStored(String id) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get("/api/articles/" + id).then().statusCode(200));
    }

    private double count(String outcome, String reason) {
        Counter counter = registry.find(MetricNames.ARTICLES)
                .tag(MetricNames.OUTCOME, outcome)
                .tag(MetricNames.REASON, reason)
                .tag(MetricNames.LANE, "live")
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
