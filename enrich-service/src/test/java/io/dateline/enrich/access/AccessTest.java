package io.dateline.enrich.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.testinfra.InfraResource;
import io.dateline.testinfra.TestKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
@TestProfile(ClosedDoor.class)
class AccessTest {
    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/steps", "/q/openapi", "/nosuch"})
    void withoutAKeyThereIsNothing(String path) {
        // When
        Response response = given().get(path);

        // Then
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.contentType()).isEqualTo("application/problem+json");
        assertThat(response.jsonPath().getString("code")).isEqualTo("unauthorized");
        assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"Dateline\"");
    }

    @Test
    void answersCarryTheHeaders() {
        // When
        Response response = with(TestKeys.READ).get("/api/steps");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("Server")).isNull();
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeAgain() {
        // When
        Response refused = IntStream.range(0, 3_000)
                .mapToObj(i -> with(TestKeys.BUSY).get("/nosuch"))
                .filter(response -> response.statusCode() == 429)
                .findFirst()
                .orElseThrow();

        // Then
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.jsonPath().getString("code")).isEqualTo("too-many-requests");
    }

    @Test
    void problemsSayWhatWasAsked() {
        // When
        Response refused = given().get("/api/steps?key=hush");
        Response broken =
                with(TestKeys.READ).contentType("application/json").body("{").post("/api/enrich?key=hush");

        // Then
        assertThat(refused.jsonPath().getString("instance")).isEqualTo("/api/steps");
        assertThat(broken.jsonPath().getString("code")).isEqualTo("malformed-json");
        assertThat(broken.jsonPath().getString("instance")).isEqualTo("/api/enrich");
        assertThat(broken.jsonPath().getString("requestId")).matches("[0-9a-f]{32}");
        assertThat(broken.asString()).doesNotContain("hush");
    }

    @Test
    void taggingChangesNothingSoReadersMay() {
        // When
        Response response = with(TestKeys.READ)
                .contentType("application/json")
                .body("{\"title\": \"Talks in Baku\", \"body\": \"The talks were held in Baku.\"}")
                .post("/api/enrich");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(given().contentType("application/json")
                        .body("{}")
                        .post("/api/enrich")
                        .statusCode())
                .isEqualTo(401);
    }
}
