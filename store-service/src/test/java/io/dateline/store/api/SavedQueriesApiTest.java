package io.dateline.store.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
class SavedQueriesApiTest {
    private static final String PATH = "/api/saved-queries";

    private final String name = "Saved " + UUID.randomUUID();

    private Response post(String body) {
        return given().contentType("application/json").body(body).post(PATH);
    }

    private String saved() {
        return post("{\"name\": \"%s\", \"query\": \"q=x\"}".formatted(name))
                .jsonPath()
                .getString("id");
    }

    @Test
    void savesListsReadsChangesAndDeletes() {
        // When
        String id = saved();

        // Then
        given().get(PATH).then().statusCode(200).body("items.name", hasItem(name));
        given().get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo(name))
                .body("query", equalTo("q=x"))
                .body("webhook", nullValue());

        // When / Then
        given().contentType("application/json")
                .body("{\"name\": \"Else\", \"query\": \"place=AZ&q=y\"}")
                .put(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Else"))
                .body("query", equalTo("place=AZ&q=y"));
        given().get(PATH + "/" + id + "/deliveries").then().statusCode(200).body("items.size()", equalTo(0));
        given().post(PATH + "/" + id + "/test").then().statusCode(409).body("code", equalTo("no-webhook"));
        given().post(PATH + "/" + id + "/deliveries/1/redeliver")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-webhook"));
        given().delete(PATH + "/" + id).then().statusCode(204);
        given().get(PATH + "/" + id).then().statusCode(404).body("code", equalTo("not-found"));
        given().delete(PATH + "/" + id).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://10.0.0.1/",
                "https://[::ffff:192.168.0.1]/",
                "https://169.254.169.254/",
                "http://93.184.216.34/"
            })
    void refusesAddressesThatAreNotForEverybody(String url) {
        // When / Then
        post("{\"name\": \"n\", \"query\": \"\", \"webhook\": {\"url\": \"%s\"}}".formatted(url))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-saved-query"))
                .body("errors.where", hasItem("webhook.url"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"n\", \"query\": \"colour=red\"} | 422 | invalid-saved-query",
                "{\"name\": \"n\", \"query\": \"\", \"colour\": \"red\"} | 422 | invalid-saved-query",
                "{\"name\": \"\", \"query\": \"\"} | 422 | invalid-saved-query",
                "{\"name\": | 400 | malformed-json",
                "[] | 400 | malformed-json"
            })
    void refusesWhatItCannotSave(String body, int status, String code) {
        post(body).then().statusCode(status).body("code", equalTo(code));
    }

    @Test
    void quotesNoSecretThatItRefuses() {
        // When
        Response refused =
                post("{\"name\": \"n\", \"query\": \"\", \"webhook\": {\"secret\": \"whsec_hush\" \"url\"}}");

        // Then
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).doesNotContain("hush");
    }

    @Test
    void refusesBodiesPastItsLimit() {
        // Given
        String body = "{\"name\": \"n\", \"query\": \"\"}";

        // When
        Response within = post(body + " ".repeat(16_384 - body.length()));
        Response past = post(body + " ".repeat(16_385 - body.length()));

        // Then
        assertThat(within.statusCode()).isEqualTo(201);
        assertThat(past.statusCode()).isEqualTo(413);
        given().delete(PATH + "/" + within.jsonPath().getString("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "colour=red"})
    void refusesParametersItDoesNotKnow(String parameters) {
        // Given
        String id = saved();

        // When / Then
        given().get(PATH + "/" + id + "/deliveries?" + parameters)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"));
        given().get(PATH + "/" + id + "/deliveries?cursor=x")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
        given().delete(PATH + "/" + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sq-none", "%00", "' OR 1=1 --"})
    void knowsNoneOfThatId(String id) {
        given().get(PATH + "/{id}", id).then().statusCode(404);
        given().get(PATH + "/{id}/deliveries", id).then().statusCode(404);
        given().delete(PATH + "/{id}", id).then().statusCode(404);
    }
}
