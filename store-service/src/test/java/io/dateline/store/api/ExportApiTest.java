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
import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.store.export.NinjsSchema;
import io.dateline.store.testing.Days;
import io.dateline.store.testing.StoreSchema;
import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
class ExportApiTest {
    /** More than are read at once. */
    private static final int COUNT = 25;

    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    private final StoredStories stories = new StoredStories();

    @TestHTTPResource
    URI base;

    private String spoilt;

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

    /** Makes an article one that cannot be read. */
    private void spoil(String id) throws SQLException {
        execute(
                "UPDATE enrichments SET document = jsonb_build_object('language', jsonb_build_array(document)) WHERE id = ?",
                id);
        spoilt = id;
    }

    @AfterEach
    void mend() throws SQLException {
        if (spoilt != null) {
            execute("UPDATE enrichments SET document = document #> '{language,0}' WHERE id = ?", spoilt);
        }
    }

    private static void execute(String sql, String id) throws SQLException {
        try (AgroalDataSource pool = StoreSchema.pool("store", 0);
                Connection connection = pool.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, id);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
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
            single.remove("revisions");
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

    @Test
    void writesEventsInTheColumnsOfGdelt() {
        // Given
        stories.send(0, 2);
        String event = given().get("/api/events?source=" + stories.source().id())
                .jsonPath()
                .getString("items[0].id");
        JsonNode told = json(given().get("/api/events/" + event).asString()).path("event");

        // When
        Response answer = export("events.tsv", "");

        // Then
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/tab-separated-values;charset=UTF-8");
        List<String> lines = answer.asString().lines().toList();
        assertThat(lines).hasSize(1);
        List<String> cells = List.of(lines.get(0).split("\t", -1));
        assertThat(cells).hasSize(61);
        String added = told.path("firstToldAt").asText().replaceAll("[-:TZ]", "");
        assertThat(cells.subList(0, 30))
                .containsExactly(
                        event,
                        "20261120",
                        "202611",
                        "2026",
                        "2026.8767",
                        "SAUGOV",
                        "Baku",
                        "SAU",
                        "",
                        "",
                        "",
                        "",
                        "GOV",
                        "",
                        "",
                        "AZELEG",
                        "Sahiba Gafarova",
                        "AZE",
                        "",
                        "",
                        "",
                        "",
                        "LEG",
                        "",
                        "",
                        "1",
                        "043",
                        "043",
                        "04",
                        "1");
        assertThat(cells.subList(30, 35))
                .containsExactly(
                        "2.8",
                        told.path("mentions").asText(),
                        told.path("sources").asText(),
                        told.path("mentions").asText(),
                        "");
        assertThat(cells.subList(35, 51)).containsOnly("");
        assertThat(cells.subList(51, 61))
                .containsExactly(
                        "4",
                        "Baku, Baki, Azerbaijan",
                        "AJ",
                        "",
                        "",
                        "40.37767",
                        "49.89201",
                        "geonames:587084",
                        added,
                        "https://news.example/" + stories.key(0));
    }

    @Test
    void writesEventsPageAfterPage() {
        // Given: more events than a page holds, the newest told by more articles than a page holds
        int events = 101;
        int tellings = 21;
        // Of no other run.
        LocalDate first = LocalDate.ofInstant(Days.next(), ZoneOffset.UTC);
        StoredStories.send(IntStream.range(0, events + tellings)
                .mapToObj(i -> stories.told(i, first.plusDays(Math.max(0, i - tellings))))
                .toArray(EnrichedArticle[]::new));

        // When
        List<String> all = export("events.tsv", "").asString().lines().toList();
        List<String> mentions =
                export("mentions.tsv", "&max=1").asString().lines().toList();

        // Then
        assertThat(all)
                .hasSize(events)
                .extracting(line -> line.split("\t", -1)[1])
                .doesNotHaveDuplicates()
                .startsWith(basic(first), basic(first.plusDays(1)));
        assertThat(export("events.tsv", "&max=100").asString().lines()).containsExactlyElementsOf(all.subList(0, 100));
        assertThat(all.get(0).split("\t", -1)[33]).isEqualTo(Integer.toString(tellings + 1));
        assertThat(mentions)
                .hasSize(tellings + 1)
                .extracting(line -> line.split("\t", -1)[5])
                .doesNotHaveDuplicates();
    }

    private static String basic(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    @Test
    void writesWhereEventsAreTold() {
        // Given
        stories.send(0, 2);

        // When
        List<List<String>> rows = export("mentions.tsv", "")
                .asString()
                .lines()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();

        // Then: whoever tells it, of this test or another
        assertThat(rows)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(row -> assertThat(row).hasSize(16));
        List<String> mine = rows.stream()
                .filter(row -> row.get(5).equals("https://news.example/" + stories.key(1)))
                .findFirst()
                .orElseThrow();
        int length = json(given().get("/api/articles/" + stories.articleId(1)).asString())
                .at("/article/body")
                .asText()
                .length();
        assertThat(mine.subList(2, 16))
                .containsExactly(
                        "20261120075900",
                        "1",
                        stories.source().id(),
                        "https://news.example/" + stories.key(1),
                        "1",
                        "56",
                        "15",
                        "31",
                        "1",
                        "80",
                        Integer.toString(length),
                        "",
                        "",
                        "");
        String events = export("events.tsv", "").asString();
        assertThat(rows).hasSize(Integer.parseInt(events.split("\t", -1)[31]));
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

    @ParameterizedTest
    @ValueSource(strings = {"articles.ndjson", "articles.ninjs"})
    void answersAProblemWhereItFailsAtOnce(String file) throws SQLException {
        // Given
        stories.send(0, 2);
        spoil(stories.articleId(1));

        // Then
        export(file, "")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("code", equalTo("internal"));
    }

    @Test
    void isCutOffWhereItFailsOnTheWay() throws Exception {
        // Given: enough that the first part has left when it fails
        int count = 40;
        StoredStories.send(IntStream.range(0, count)
                .mapToObj(i -> story(
                        stories.key(i),
                        1,
                        article -> article.source(stories.source())
                                .publishedAt(FETCHED.minusSeconds(60L * i))
                                .body("x".repeat(10_000))))
                .toArray(EnrichedArticle[]::new));
        assertThat(lines("articles.ndjson", "")).hasSize(count);
        spoil(stories.articleId(count - 1));

        // When
        String whole = answer("&max=" + (count - 1));
        String broken = answer("");

        // Then: what looked well is not ended as if it were whole
        assertThat(whole).startsWith("HTTP/1.1 200").endsWith(LAST_CHUNK);
        assertThat(broken).startsWith("HTTP/1.1 200").contains(stories.articleId(0));
        assertThat(broken).doesNotContain(LAST_CHUNK);
    }

    /** All that comes through the connection until the server closes it. */
    private String answer(String parameters) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(20_000);
            String head = "GET /api/export/articles.ndjson?source="
                    + stories.source().id() + parameters + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"articles.ndjson", "articles.ninjs", "articles.atom", "articles.feed.json"})
    void readsNothingForHead(String file) throws SQLException {
        // Given
        stories.send(0, 1);
        spoil(stories.articleId(0));

        // Then
        given().head("/api/export/" + file + "?source=" + stories.source().id())
                .then()
                .statusCode(200)
                .body(equalTo(""));
        given().head("/api/export/" + file + "?from=never").then().statusCode(400);
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
