package io.dateline.store.ops;

import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.topic.Topics;
import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.dateline.testinfra.MetricsPage;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What alerts and dashboards ask of the store is really there. */
@QuarkusTest
@WithTestResource(InfraResource.class)
class MetricsListTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Inject
    MeterRegistry registry;

    @Test
    void everyListedMetricIsExposedAndTheSystemsGaugesTellTheTruth() {
        // Given
        String run = UUID.randomUUID().toString().substring(0, 8);
        Instant before = Instant.now();

        // When
        try (Topic topic = new Topic()) {
            topic.send(story(run));
            topic.sendBytes("broken-" + run, "no json".getBytes(StandardCharsets.UTF_8));
            topic.flush();
        }
        given().get("/api/articles").then().statusCode(200);

        // Then
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(MetricsPage.read(metrics).missing("store")).isEmpty());
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(gauge(MetricNames.STORED_NEWEST)).isGreaterThanOrEqualTo(before.getEpochSecond());
            assertThat(gauge(MetricNames.STORED_REVISIONS)).isPositive();
            assertThat(gauge(MetricNames.STORAGE)).isPositive();
            assertThat(gauge(MetricNames.DEAD_LETTERS, MetricNames.TOPIC, Topics.deadLetter(Topics.ENRICHED)))
                    .isPositive();
            assertThat(gauge(MetricNames.LAG, MetricNames.STAGE, "store", MetricNames.LANE, "live"))
                    .isZero();
            assertThat(gauge(MetricNames.LAG_AGE, MetricNames.STAGE, "store", MetricNames.LANE, "live"))
                    .isZero();
            assertThat(gauge(MetricNames.READY, MetricNames.CHECK, "Database connections health check"))
                    .isEqualTo(1);
        });
        assertThat(gauge(MetricNames.TOPIC_RETENTION, MetricNames.STAGE, "enrich", MetricNames.LANE, "bulk"))
                .isEqualTo(Duration.ofDays(7).toSeconds());
        assertThat(gauge(MetricNames.STREAM_CLIENTS_LIMIT)).isEqualTo(500);
    }

    private double gauge(String name, String... tags) {
        return registry.get(name).tags(tags).gauge().value();
    }
}
