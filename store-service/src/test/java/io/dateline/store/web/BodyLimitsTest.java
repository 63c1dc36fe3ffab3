package io.dateline.store.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
class BodyLimitsTest {
    /** No status: the connection ended before one was read. */
    private static final int CLOSED = 0;

    @TestHTTPResource
    URI root;

    /** The body is read, and found wrong, up to 64 KiB; one byte more is not. */
    @ParameterizedTest
    @CsvSource({
        "/saved, application/x-www-form-urlencoded, 65536, 422",
        "/saved, application/x-www-form-urlencoded, 65537, 413",
        "/api/saved-queries, application/json, 65536, 413",
        "/api/saved-queries, application/json, 16384, 400",
        "/api/saved-queries, application/json, 65537, 413"
    })
    void everythingElseHasSmallBodies(String path, String type, int bytes, int status) {
        String start = type.endsWith("json") ? "" : "name=";

        assertThat(given().contentType(type)
                        .body(start + "x".repeat(bytes - start.length()))
                        .post(path)
                        .statusCode())
                .isEqualTo(status);
    }

    /**
     * The server answers and closes as soon as it has read too much. A client still sending then may see its connection end
     * before it reads the answer, so whether it does is left open; that the body was not taken is not.
     */
    @ParameterizedTest
    @CsvSource({
        "/saved, application/x-www-form-urlencoded, 70000",
        "/api/saved-queries, application/json, 70000",
        "/api/saved-queries, application/json, 7000000"
    })
    void alsoWhereNobodySaidHowLongTheyAre(String path, String type, int bytes) throws Exception {
        // Given
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path)).header("Content-Type", type);

        // When
        int past = status(request, bytes);
        int within = status(request, 100);

        // Then
        assertThat(past).isIn(413, CLOSED);
        assertThat(within).isIn(303, 400);
    }

    private static int status(HttpRequest.Builder request, int bytes) throws InterruptedException {
        byte[] body = ("name=" + "x".repeat(bytes)).getBytes(StandardCharsets.UTF_8);
        HttpRequest unsaid = request.POST(
                        HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(unsaid, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException closed) {
            return CLOSED;
        }
    }
}
