package io.dateline.ingest.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.testinfra.InfraResource;
import io.dateline.testinfra.TestKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
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
    @ValueSource(strings = {"/api/feeds", "/api/imports", "/q/openapi", "/nosuch"})
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
        Response response = with(TestKeys.READ).get("/api/feeds");

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
    void bringingInNeedsAKeyForIt() {
        // When
        Response reading =
                with(TestKeys.READ).contentType("application/json").body("{}").post("/api/articles");
        Response writing =
                with(TestKeys.WRITE).contentType("application/json").body("{").post("/api/articles");

        // Then
        assertThat(reading.statusCode()).isEqualTo(403);
        assertThat(reading.jsonPath().getString("code")).isEqualTo("forbidden");
        assertThat(writing.statusCode()).isBetween(400, 422).isNotIn(401, 403);
        for (Response problem : List.of(reading, writing)) {
            assertThat(problem.jsonPath().getString("instance")).isEqualTo("/api/articles");
            assertThat(problem.jsonPath().getString("requestId")).matches("[0-9a-f]{32}");
        }
        assertThat(with(TestKeys.READ).delete("/api/feeds/1").statusCode()).isEqualTo(403);
        assertThat(with(TestKeys.WRITE).delete("/api/feeds/987654").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aLargeBodyWithoutAKeyIsNotTaken() {
        // When
        Response response = given().contentType("application/json")
                .body(new byte[5_000_000])
                .post("/api/articles");

        // Then
        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void hubsNeedNoKeySinceTheySign() {
        assertThat(given().body("x").post("/websub/nosuch").statusCode()).isNotIn(401, 403);
    }
}
