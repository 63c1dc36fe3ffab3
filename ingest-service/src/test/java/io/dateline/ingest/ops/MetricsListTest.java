package io.dateline.ingest.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.ingest.support.FeedServer;
import io.dateline.ingest.support.FeedServerResource;
import io.dateline.testinfra.InfraResource;
import io.dateline.testinfra.MetricsPage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What alerts and dashboards ask of ingest is really there. */
@QuarkusTest
@WithTestResource(InfraResource.class)
@WithTestResource(FeedServerResource.class)
class MetricsListTest {
    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void everyListedMetricIsExposed() {
        // Given
        FeedServer server = FeedServerResource.server();
        String path = "/" + UUID.randomUUID() + ".xml";
        server.document(path, "application/rss+xml", """
                <rss version="2.0"><channel><title>Sample</title>
                <item><title>%s</title><description>Words.</description></item></channel></rss>
                """.formatted(path), "\"v1\"");

        // When
        given().contentType("application/json")
                .body(Map.of("url", server.url(path), "interval", "1s"))
                .post("/api/feeds")
                .then()
                .statusCode(201);

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(MetricsPage.read(metrics).missing("ingest")).isEmpty());
    }
}
