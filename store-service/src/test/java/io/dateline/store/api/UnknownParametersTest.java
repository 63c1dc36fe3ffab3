package io.dateline.store.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfraResource.class)
class UnknownParametersTest {

    @Test
    void areRefusedByEveryQuestionThatTheApiDescribes() {
        // Given
        Map<String, Map<String, Map<String, Object>>> paths = given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("paths");

        // When
        int asked = 0;
        List<String> answered = new ArrayList<>();
        for (String path : paths.keySet()) {
            if (path.startsWith("/api/") && paths.get(path).get("get") != null) {
                Response answer = given().get(path.replaceAll("\\{[a-z]+}", "1") + "?placee=x");
                String code = answer.jsonPath().getString("code");
                if (answer.statusCode() != 400 || !code.matches("unknown-parameter|invalid-parameter")) {
                    answered.add(path + " " + answer.statusCode() + " " + code);
                }
                asked++;
            }
        }

        // Then
        assertThat(answered).isEmpty();
        assertThat(asked).isGreaterThan(20);
    }

    @Test
    void areNamedWithTheNearestThatIsKnown() {
        given().get("/api/changes?aftr=1&limit=1")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("unknown-parameter"))
                .body("errors.where", equalTo(List.of("aftr")))
                .body("errors.detail", hasItem("is no parameter of this; the nearest is after"));
    }

    @Test
    void areToldApartFromNoneAtAll() {
        given().get("/api/ops?x=1")
                .then()
                .statusCode(400)
                .body("errors.detail", hasItem("is no parameter of this, which takes none"));
    }

    @Test
    void areRefusedWhereOnlyTheHeadIsAskedFor() {
        given().head("/api/changes?aftr=1").then().statusCode(400);
    }

    @Test
    void areLetPassByPagesWhoseAddressesOthersAddTo() {
        given().get("/ops?utm_source=letter").then().statusCode(200);
    }
}
