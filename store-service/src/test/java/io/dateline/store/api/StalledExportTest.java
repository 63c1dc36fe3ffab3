package io.dateline.store.api;

import static io.dateline.store.testing.Stories.FETCHED;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfraResource.class)
@TestProfile(StalledExportTest.OneAtOnce.class)
class StalledExportTest {
    /** Together more than the buffers on the way to a client hold. */
    private static final int COUNT = 120;

    private static final int BODY = 100_000;

    private final StoredStories stories = new StoredStories();

    @TestHTTPResource
    URI base;

    @Inject
    AgroalDataSource database;

    /** One export at a time, and little patience. */
    public static class OneAtOnce implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("dateline.store.export.clients", "1", "dateline.store.export.stall", "4s");
        }
    }

    private String path() {
        return "/api/export/articles.ndjson?source=" + stories.source().id();
    }

    /** A client that asks and does not read the answer. */
    private Socket stalled(String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void send() {
        StoredStories.send(IntStream.range(0, COUNT)
                .mapToObj(i -> story(
                        stories.key(i),
                        1,
                        article -> article.source(stories.source())
                                .publishedAt(FETCHED.minusSeconds(i))
                                .body("word ".repeat(BODY / 5))))
                .toArray(EnrichedArticle[]::new));
    }

    @Test
    void feedsOfWholeTextsHaveAsManyPlacesAsExports() throws IOException {
        // Given
        send();
        String feed = path().replace(".ndjson", ".atom");

        // When
        try (Socket client = stalled(feed + "&content=full&limit=100")) {
            // Then
            await().pollInterval(Duration.ofMillis(50))
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> {
                        given().get(feed + "&content=full&limit=1")
                                .then()
                                .statusCode(503)
                                .body("code", equalTo("too-many-clients"));
                        given().get(feed + "&limit=1").then().statusCode(200);
                        given().get(path() + "&max=1").then().statusCode(200);
                    });
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void holdsNoConnectionToTheDatabaseAndIsCutOffInTheEnd() throws IOException {
        // Given
        send();

        try (Socket client = stalled(path())) {
            // When: it has the only place, and nothing moves
            await().pollInterval(Duration.ofMillis(50))
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> {
                        given().get(path() + "&max=1")
                                .then()
                                .statusCode(503)
                                .contentType("application/problem+json")
                                .header("Retry-After", equalTo("5"))
                                .body("code", equalTo("too-many-clients"))
                                .body("instance", equalTo("/api/export/articles.ndjson"));
                        given().get(path().replace(".ndjson", ".atom") + "&limit=1")
                                .then()
                                .statusCode(200);
                        assertThat(database.getMetrics().activeCount()).isZero();
                    });

            // Then: its place is free again after a while, and what it has is not whole
            await().pollInterval(Duration.ofMillis(100))
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> given().get(path() + "&max=1").then().statusCode(200));
            assertThat(rest(client)).isGreaterThan(0).isLessThan((long) COUNT * BODY);
        }
        assertThat(given().get(path()).asString().lines()).hasSize(COUNT);
    }

    /** Bytes that had been sent before the connection was cut. */
    private static long rest(Socket client) {
        long count = 0;
        byte[] buffer = new byte[8_192];
        try {
            for (int n = client.getInputStream().read(buffer);
                    n >= 0;
                    n = client.getInputStream().read(buffer)) {
                count += n;
            }
        } catch (IOException e) {
            // A reset is a cut as well.
        }
        return count;
    }
}
