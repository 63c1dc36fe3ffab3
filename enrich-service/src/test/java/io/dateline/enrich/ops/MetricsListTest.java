package io.dateline.enrich.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.topic.Topics;
import io.dateline.enrich.Samples;
import io.dateline.testinfra.InfraResource;
import io.dateline.testinfra.MetricsPage;
import io.dateline.testinfra.TestInfra;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** What alerts and dashboards ask of enrich is really there. */
@QuarkusTest
@WithTestResource(InfraResource.class)
class MetricsListTest {
    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void everyListedMetricIsExposed() throws Exception {
        // Given
        String id = "tx-" + UUID.randomUUID().toString().replace("-", "");
        RawArticle article =
                Samples.seed().toBuilder().id(id).fetchedAt(Instant.now()).build();

        // When
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestInfra.get().kafkaBootstrap(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.RAW,
                            null,
                            id.getBytes(StandardCharsets.UTF_8),
                            MessageCodec.encode(article),
                            MessageCodec.headers(article, "/ingest", Instant.now(), null)))
                    .get();
        }
        given().contentType("application/json")
                .body(Map.of("title", "Speaker meets delegation", "body", "They met in Baku."))
                .post("/api/enrich")
                .then()
                .statusCode(200);

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(MetricsPage.read(metrics).missing("enrich")).isEmpty());
    }
}
