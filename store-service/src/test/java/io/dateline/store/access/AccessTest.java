package io.dateline.store.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.access.KeysFile;
import io.dateline.testinfra.InfraResource;
import io.dateline.testinfra.TestKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
@TestProfile(ClosedDoor.class)
class AccessTest {
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    @Inject
    MeterRegistry registry;

    @ConfigProperty(name = "dateline.access.keys-file")
    Path keysFile;

    @TestHTTPResource
    URI home;

    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    private double refused(String code) {
        return registry.counter("dateline.requests.refused", "reason", code).count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/search",
                "/articles/x",
                "/ops",
                "/live",
                "/api/articles",
                "/api/articles/x",
                "/api/changes",
                "/api/stream",
                "/api/ops",
                "/q/openapi",
                "/nosuch",
                "//api/articles",
                "/assets/../api/articles"
            })
    void withoutAKeyThereIsNothing(String path) {
        // Given
        double before = refused("unauthorized");

        // When
        Response response = given().urlEncodingEnabled(false).get(path);

        // Then
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.contentType()).isEqualTo("application/problem+json");
        assertThat(response.jsonPath().getString("code")).isEqualTo("unauthorized");
        assertThat(response.header("WWW-Authenticate")).contains("Bearer realm=\"Dateline\"");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(refused("unauthorized")).isEqualTo(before + 1);
    }

    @Test
    void problemsSayWhatWasAskedWithoutTheQueryAndUnderWhichTrace() {
        // Given
        String trace = "0af7651916cd43dd8448eb211c80319c";
        String secret = "?token=hush";

        // When: refused at the door, by a limit of bodies, by the router, by a resource
        List<Response> answers = List.of(
                traced(given(), trace).get("/api/articles" + secret),
                traced(with(TestKeys.OPERATE), trace)
                        .body(" ".repeat((64 << 10) + 1))
                        .delete("/api/articles/x" + secret),
                traced(with(TestKeys.READ), trace).get("/api/nosuch/..//none" + secret),
                traced(with(TestKeys.READ), trace).get("/api/articles/n%C3%B6"),
                traced(with(TestKeys.READ), trace).get("/api/articles/none" + secret + "&revision=x"));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactly(401, 413, 404, 404, 400);
        assertThat(answers)
                .extracting(answer -> answer.jsonPath().getString("instance"))
                .containsExactly(
                        "/api/articles", "/api/articles/x", "/api/none", "/api/articles/n%C3%B6", "/api/articles/none");
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.jsonPath().getString("requestId")).isEqualTo(trace))
                .allSatisfy(answer -> assertThat(answer.asString()).doesNotContain("hush"));
        assertThat(with(TestKeys.READ)
                        .get("/q/openapi?format=json")
                        .jsonPath()
                        .getMap("components.schemas.Problem.properties"))
                .containsKeys("code", "instance", "requestId");
    }

    private static RequestSpecification traced(RequestSpecification request, String trace) {
        return request.urlEncodingEnabled(false).header("traceparent", "00-" + trace + "-b7ad6b7169203331-00");
    }

    @Test
    void aKeyOpensWhatItIsFor() {
        assertThat(with(TestKeys.READ).get("/api/articles").statusCode()).isEqualTo(200);
        assertThat(with(TestKeys.READ).get("/").statusCode()).isEqualTo(200);
        assertThat(with(TestKeys.REVOKED).get("/").statusCode()).isEqualTo(401);
        assertThat(given().header("X-Api-Key", TestKeys.READ)
                        .get("/api/changes")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBrowserAsksByItself() {
        // Given
        String pair = Base64.getEncoder().encodeToString((":" + TestKeys.READ).getBytes());

        // When
        Response asked = given().accept("text/html").get("/");
        Response answered = given().accept("text/html")
                .header("Authorization", "Basic " + pair)
                .get("/");

        // Then
        assertThat(asked.header("WWW-Authenticate")).startsWith("Basic realm=\"Dateline\"");
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(given().get("/assets/dateline.css").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"READ, 403", "WRITE, 403", "OPERATE, 404"})
    void onlyOperatorsErase(String scope, int status) {
        // Given
        String key = switch (scope) {
            case "READ" -> TestKeys.READ;
            case "WRITE" -> TestKeys.WRITE;
            default -> TestKeys.OPERATE;
        };

        // When
        Response response = with(key).delete("/api/articles/nosuch");

        // Then
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.jsonPath().getString("code")).isEqualTo(status == 403 ? "forbidden" : "not-found");
    }

    @Test
    void addressesOfWebhooksAreForThoseWhoMayChangeThem() {
        // Given: an address that holds a secret
        String id = with(TestKeys.WRITE)
                .contentType("application/json")
                .body("{\"name\": \"n\", \"query\": \"\", \"webhook\":"
                        + " {\"url\": \"https://93.184.216.34:8443/hook/hush?token=hush\"}}")
                .post("/api/saved-queries")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        List<String> paths = List.of("/api/saved-queries", "/api/saved-queries/" + id, "/saved", "/saved/" + id);

        // When, then
        for (String path : paths) {
            assertThat(with(TestKeys.READ).get(path).asString())
                    .contains("https://93.184.216.34:8443")
                    .doesNotContain("hush");
            assertThat(with(TestKeys.WRITE).get(path).asString()).contains("/hook/hush?token");
            assertThat(with(TestKeys.OPERATE).get(path).asString()).contains("/hook/hush?token");
        }
        assertThat(with(TestKeys.WRITE).delete("/api/saved-queries/" + id).statusCode())
                .isEqualTo(204);
    }

    @Test
    void anotherSitesPageMayNotErase() {
        // When
        Response response =
                with(TestKeys.OPERATE).header("Sec-Fetch-Site", "cross-site").delete("/api/articles/nosuch");

        // Then
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.jsonPath().getString("code")).isEqualTo("cross-site");
    }

    @Test
    void apiAnswersMayDoNothingAndAreNotKept() {
        // When
        Response response =
                with(TestKeys.READ).header("Origin", "http://evil.example").get("/api/articles");

        // Then
        assertThat(response.header("Content-Security-Policy")).isEqualTo(NOTHING);
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(response.headers().asList())
                .extracting(header -> header.getName().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("server", "x-powered-by", "access-control-allow-origin", "strict-transport-security");
    }

    @Test
    void hugeKeysAndAFloodOfGuessesAreRefusedAndTheServiceGoesOn() {
        // When
        int huge = given().header("Authorization", "Bearer " + "d".repeat(10_000))
                .get("/")
                .statusCode();
        int tooHuge = given().header("X-Api-Key", "d".repeat(20_000)).get("/").statusCode();
        List<HttpResponse<String>> guesses = flood(100, i -> "dl_guess%04d_%s".formatted(i, "0".repeat(64)));

        // Then
        assertThat(huge).isEqualTo(401);
        assertThat(tooHuge).isEqualTo(431);
        assertThat(guesses).extracting(HttpResponse::statusCode).containsOnly(401);
        assertThat(with(TestKeys.READ).get("/api/articles").statusCode()).isEqualTo(200);
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeAgainAndOthersAreAnswered() {
        // When
        List<HttpResponse<String>> answers = flood(1_000, i -> TestKeys.BUSY);

        // Then
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .contains(404, 429)
                .containsOnly(404, 429);
        HttpResponse<String> refusal = answers.stream()
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refusal.headers().firstValue("Retry-After")).contains("1");
        assertThat(refusal.body()).contains("\"code\":\"too-many-requests\"");
        assertThat(refused("too-many-requests")).isPositive();
        assertThat(with(TestKeys.READ).get("/nosuch").statusCode()).isEqualTo(404);
    }

    @Test
    void aStreamEndsWithItsKey() throws Exception {
        // Given
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<Stream<String>> stream = client.send(
                HttpRequest.newBuilder(home.resolve("/api/stream"))
                        .header("Accept", "text/event-stream")
                        .header("X-Api-Key", TestKeys.LEAVING)
                        .build(),
                BodyHandlers.ofLines());
        assertThat(stream.statusCode()).isEqualTo(200);
        CompletableFuture<Long> read =
                CompletableFuture.supplyAsync(() -> stream.body().count());

        // When
        Files.write(
                keysFile,
                KeysFile.revoke(Files.readAllLines(keysFile), "testleaving").orElseThrow());

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(read).isDone());
        assertThat(given().header("X-Api-Key", TestKeys.LEAVING)
                        .get("/api/changes")
                        .statusCode())
                .isEqualTo(401);
    }

    /** Answers to that many requests, sent side by side. */
    private List<HttpResponse<String>> flood(int requests, IntFunction<String> key) {
        HttpClient client = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, requests)
                .mapToObj(i -> client.sendAsync(
                        HttpRequest.newBuilder(home.resolve("/nosuch"))
                                .header("X-Api-Key", key.apply(i))
                                .build(),
                        BodyHandlers.ofString()))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }
}
