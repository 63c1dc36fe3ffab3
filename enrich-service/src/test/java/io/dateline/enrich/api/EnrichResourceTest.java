package io.dateline.enrich.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.enrich.Samples;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
class EnrichResourceTest {

    @Test
    void tagsATextInTheShortForm() {
        // Given
        var request = Map.of(
                "title", "Speaker meets delegation",
                "body", Samples.text("seed/story.txt"),
                "publishedAt", "2025-09-23T12:00:00Z");
        // When / Then
        given().contentType("application/json")
                .body(request)
                .post("/api/enrich")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("language.code", equalTo("en"))
                .body("dateline.date", equalTo("2025-09-23"))
                .body("entities.name", hasItems("Sahiba Gafarova", "Milli Majlis", "Baku"))
                .body("topics.id", hasItem("medtop:20000639"))
                .body("events.type", hasItem("CONSULT"))
                .body("dates.from", hasItem("2025-09-23"))
                .body("enrichment.version", matchesPattern("[0-9a-f]{16}"));
    }

    @Test
    void explainsWhatItDecidedAndChangesNothingByIt() {
        // Given
        var request =
                Map.of("title", "Fire in Paris", "body", "Firefighters in Paris, Texas, put out a fire on Monday.");
        // When
        var plain = given().contentType("application/json").body(request).post("/api/enrich");
        var told = given().contentType("application/json").body(request).post("/api/enrich?explain=true");
        // Then
        told.then()
                .statusCode(200)
                .body("explanation.rule", hasItem("senses"))
                .body(
                        "explanation.find { it.span.surface == 'Paris' && it.span.field == 'body' }.why",
                        containsString("chosen: Paris, Texas, US"))
                .body(
                        "explanation.find { it.span.surface == 'Paris' && it.span.field == 'body' }.why",
                        containsString("rejected: Paris"))
                .body("entities.linkReason", hasItem("named-beside: Texas"));
        assertThat(told.jsonPath().getList("entities"))
                .isEqualTo(plain.jsonPath().getList("entities"));
        plain.then().body("explanation", nullValue());
    }

    @Test
    void tagsAWholeRawArticleAndLeavesItUntouched() {
        // When / Then
        given().contentType("application/json")
                .body(MessageCodec.encode(Samples.seed()))
                .post("/api/enrich")
                .then()
                .statusCode(200)
                .body("article.id", equalTo(Samples.seed().id()))
                .body("article.titleDerived", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": |400|malformed-json",
                "[]|400|malformed-json",
                "{\"title\": \"A\", \"publishedAt\": \"yesterday\"}|400|malformed-json",
                "{\"body\": \"no title\"}|422|invalid-article",
                "{\"title\": \"  \", \"body\": \"x\"}|422|invalid-article",
                "{\"title\": \"NUL \\u0000\", \"body\": \"x\"}|422|invalid-article",
                "{\"id\": \"x\", \"title\": \"A\"}|422|invalid-article"
            })
    void answersAProblemWithAStableCode(String body, int status, String code) {
        // When / Then
        given().contentType("application/json")
                .body(body)
                .post("/api/enrich")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    @Test
    void takesABodyAtTheLimitAndRefusesOnePastIt() {
        // Given
        String limit = "a".repeat(ArticleLimits.BODY);
        // When / Then
        given().contentType("application/json")
                .body(Map.of("title", "At the limit", "body", limit))
                .post("/api/enrich")
                .then()
                .statusCode(200);
        given().contentType("application/json")
                .body(Map.of("title", "Past the limit", "body", limit + "a"))
                .post("/api/enrich")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-article"));
    }

    @Test
    void refusesARequestLargerThanAnyArticle() throws IOException {
        // Given a client that announces five megabytes
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            String head = "POST /api/enrich HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 5000000\r\n\r\n{";
            // When
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            BufferedReader reader = new BufferedReader(new InputStreamReader(socket.getInputStream()));
            // Then it is refused before it has sent them
            assertThat(reader.readLine()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void refusesAnotherContentType() {
        // When / Then
        given().contentType("text/plain")
                .body("Baku")
                .post("/api/enrich")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
    }

    @Test
    void listsItsSteps() {
        // When / Then
        given().get("/api/steps")
                .then()
                .statusCode(200)
                .body("steps", hasItem(startsWith("language/")))
                .body("steps", hasItem(startsWith("quote/")))
                .body("version", matchesPattern("[0-9a-f]{16}"));
    }

    @Test
    void describesItsApi() {
        // When / Then
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths.keySet()", hasItems("/api/enrich", "/api/steps"));
        given().get("/q/swagger-ui/").then().statusCode(200);
    }
}
