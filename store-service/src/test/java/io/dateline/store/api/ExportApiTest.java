package io.dateline.store.api;

import static io.dateline.store.testing.Stories.FETCHED;
import static io.dateline.store.testing.Stories.canceled;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.store.export.NinjsSchema;
import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
class ExportApiTest {
    /** More than are read at once. */
    private static final int COUNT = 25;

    private final StoredStories stories = new StoredStories();

    private Response export(String file, String parameters) {
        return given().get("/api/export/" + file + "?source=" + stories.source().id() + parameters);
    }

    private List<JsonNode> lines(String file, String parameters) {
        Response answer = export(file, parameters);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/x-ndjson");
        return answer.asString().lines().map(ExportApiTest::json).toList();
    }

    private static JsonNode json(String text) {
        try {
            return MessageCodec.json().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(stories::articleId).toList();
    }

    @Test
    void writesEveryArticleAsItIsReadOneByOne() {
        // Given
        stories.send(0, COUNT);

        // When
        List<JsonNode> lines = lines("articles.ndjson", "");

        // Then
        assertThat(lines).extracting(line -> line.at("/article/id").asText()).containsExactlyElementsOf(ids(0, COUNT));
        for (int i : new int[] {0, COUNT - 1}) {
            ObjectNode single = (ObjectNode)
                    json(given().get("/api/articles/" + stories.articleId(i)).asString());
            single.remove(List.of("revisions", "sightings"));
            assertThat(lines.get(i)).isEqualTo(single);
        }
        assertThat(export("articles.ndjson", "").header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"dateline-articles.ndjson\"");
    }

    @Test
    void writesNoMoreThanWanted() {
        // Given
        stories.send(0, 12);

        // Then
        assertThat(lines("articles.ndjson", "&max=11"))
                .extracting(line -> line.at("/article/id").asText())
                .containsExactlyElementsOf(ids(0, 11));
        assertThat(lines("articles.ndjson", "&max=12")).hasSize(12);
        assertThat(lines("articles.ndjson", "&max=999999999")).hasSize(12);
        assertThat(lines("articles.ndjson", "&q=nowheretobefound")).isEmpty();
    }

    @Test
    void leavesOutWhatMayNotBeShownAndTakesTheHead() {
        // Given
        stories.send(0, 3);
        EnrichedArticle corrected = story(
                stories.key(1),
                2,
                article -> article.source(stories.source())
                        .publishedAt(FETCHED.minusSeconds(60))
                        .title("Corrected"));
        EnrichedArticle kill = canceled(stories.key(2), 2);

        // When
        try (Topic topic = new Topic()) {
            topic.send(corrected, kill);
        }
        StoredStories.awaitStatus(corrected, 200);
        StoredStories.awaitStatus(kill, 410);

        // Then
        List<JsonNode> lines = lines("articles.ndjson", "");
        assertThat(lines).extracting(line -> line.at("/article/id").asText()).containsExactlyElementsOf(ids(0, 2));
        assertThat(lines.get(1).at("/article/title").asText()).isEqualTo("Corrected");
        assertThat(lines.get(1).at("/head").asInt()).isEqualTo(2);
        given().get("/api/articles/" + stories.articleId(2) + "/ninjs").then().statusCode(410);
    }

    @Test
    void writesNinjsThatIsValid() {
        // Given
        stories.send(0, 3);

        // When
        List<JsonNode> lines = lines("articles.ninjs", "");

        // Then
        assertThat(lines)
                .hasSize(3)
                .allSatisfy(line -> assertThat(NinjsSchema.errors(line)).isEmpty());
        assertThat(lines)
                .extracting(line -> line.at("/altIds/0/value").asText())
                .containsExactlyElementsOf(ids(0, 3));
        assertThat(json(given().get("/api/articles/" + stories.articleId(0) + "/ninjs")
                        .then()
                        .statusCode(200)
                        .contentType("application/json")
                        .extract()
                        .asString()))
                .isEqualTo(lines.get(0));
        given().get("/api/articles/tst-none/ninjs").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @ParameterizedTest
    @CsvSource({
        "articles.ndjson, max=0, max",
        "articles.ndjson, max=1000000000, max",
        "articles.ndjson, max=-1, max",
        "articles.ndjson, max=1&max=2, max",
        "articles.ndjson, limit=10, limit",
        "articles.ndjson, cursor=x, cursor",
        "articles.ndjson, sort=relevance&q=a, sort",
        "articles.ndjson, facets=true, facets",
        "articles.ndjson, status=canceled, status",
        "articles.ninjs, dup=none, dup",
        "articles.ndjson, highlight=true&q=a, highlight",
        "articles.ndjson, sourc=x, sourc",
        "articles.ndjson, from=never, from",
        "articles.ninjs, max=0, max",
        "articles.ninjs, entity=%00, entity",
        "events.tsv, max=0, max",
        "events.tsv, limit=10, limit",
        "events.tsv, cursor=x, cursor",
        "events.tsv, q=a, q",
        "events.tsv, min-confidence=2, min-confidence",
        "mentions.tsv, max=x, max",
        "mentions.tsv, actor=%00, actor",
    })
    void refusesParametersThatAreWrong(String file, String parameters, String where) {
        given().urlEncodingEnabled(false)
                .get("/api/export/" + file + "?" + parameters)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .header("Content-Disposition", org.hamcrest.Matchers.nullValue())
                .body("code", equalTo("invalid-parameter"))
                .body("errors.where", hasItem(where));
    }

    @Test
    void describesItsFilters() {
        JsonPath api = given().accept("application/json").get("/q/openapi").jsonPath();
        for (String file : List.of("articles.ndjson", "articles.ninjs", "articles.atom", "articles.feed.json")) {
            assertThat(api.getList("paths.'/api/export/" + file + "'.get.parameters.name"))
                    .contains("q", "dup", "entity", "not-place", "stored-from")
                    .doesNotContain("sort", "facets", "status");
        }
        for (String file : List.of("events.tsv", "mentions.tsv")) {
            assertThat(api.getList("paths.'/api/export/" + file + "'.get.parameters.name"))
                    .contains("max", "actor", "not-event", "event-from", "told-to", "min-confidence")
                    .doesNotContain("q", "limit");
        }
    }
}
