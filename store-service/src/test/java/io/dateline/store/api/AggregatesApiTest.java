package io.dateline.store.api;

import static io.dateline.store.testing.Stories.FETCHED;
import static io.dateline.store.testing.Stories.bare;
import static io.dateline.store.testing.Stories.canceled;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.testing.Stories;
import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
class AggregatesApiTest {
    private static final int MOST_BUCKETS = 1_000;

    private final StoredStories stories = new StoredStories();

    private JsonPath get(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }

    private String of(String path) {
        return path + "?source=" + stories.source().id() + "&";
    }

    private EnrichedArticle empty(int i, Instant at) {
        return bare(
                Stories.article(stories.key(i), 1)
                        .source(stories.source())
                        .publishedAt(at)
                        .build(),
                "en");
    }

    @ParameterizedTest
    @CsvSource({
        "interval=hour, 2026-11-20T07:00:00Z 2026-11-20T08:00:00Z, 2 1",
        "interval=day, 2026-11-20T00:00:00Z, 3",
        "place=AZ, 2026-11-20T00:00:00Z, 3",
        "interval=month, 2026-11-01T00:00:00Z, 3",
        "interval=hour&from=2026-11-20T08:00:00Z, 2026-11-20T08:00:00Z, 1",
        "place=FR, '', ''",
    })
    void countsArticlesOverTime(String parameters, String from, String counts) {
        // Given
        stories.send(0, 3);

        // When
        JsonPath histogram = get(of("/api/articles/histogram") + parameters);

        // Then
        assertThat(String.join(" ", histogram.<String>getList("items.from"))).isEqualTo(from == null ? "" : from);
        assertThat(String.join(
                        " ",
                        histogram.<Integer>getList("items.count").stream()
                                .map(String::valueOf)
                                .toList()))
                .isEqualTo(counts == null ? "" : counts);
    }

    @Test
    void countsAThousandBucketsAndRefusesOneMore() {
        // Given
        String path = of("/api/articles/histogram") + "interval=hour";
        try (Topic topic = new Topic()) {
            topic.send(IntStream.range(0, MOST_BUCKETS)
                    .mapToObj(i -> empty(i, FETCHED.minusSeconds(3_600L * i)))
                    .toArray(EnrichedArticle[]::new));
        }
        StoredStories.awaitStatus(empty(MOST_BUCKETS - 1, FETCHED), 200);

        // When
        List<Integer> atLimit = get(path).getList("items.count");
        StoredStories.send(empty(MOST_BUCKETS, FETCHED.minusSeconds(3_600L * MOST_BUCKETS)));

        // Then
        assertThat(atLimit).hasSize(MOST_BUCKETS).containsOnly(1);
        given().get(path)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"))
                .body("errors.where", hasItem("interval"));
    }

    @Test
    void findsWhatRisesAgainstItsOwnPast() {
        // Given
        Instant end = FETCHED.plusSeconds(1);
        StoredStories.send(IntStream.range(0, 3).mapToObj(stories::numbered).toArray(EnrichedArticle[]::new));
        StoredStories.send(IntStream.range(10, 19)
                .mapToObj(i -> empty(i, FETCHED.minusSeconds(86_400L * 5)))
                .toArray(EnrichedArticle[]::new));

        // When
        JsonPath trends = get(of("/api/articles/trends") + "field=entity&to=" + end);

        // Then
        assertThat(trends.getInt("recent.articles")).isEqualTo(3);
        assertThat(trends.getInt("past.articles")).isEqualTo(9);
        assertThat(trends.getList("items.label")).containsExactlyInAnyOrder("Baku", "Sahiba Gafarova");
        assertThat(trends.getList("items.recent")).containsExactly(3, 3);
        assertThat(trends.getList("items.past")).containsExactly(0, 0);
        assertThat(trends.getDouble("items[0].expected")).isEqualTo(0.75);
        // (3 - 0.75) / sqrt(0.75)
        assertThat(trends.getDouble("items[0].score")).isBetween(2.59, 2.60);
        assertThat(get(of("/api/articles/trends") + "field=entity&limit=1&to=" + end)
                        .getList("items"))
                .hasSize(1);
        assertThat(get(of("/api/articles/trends") + "field=topic").getList("items"))
                .isEmpty();
    }

    @Test
    void takesWhatTwoArticlesTellForChance() {
        // Given
        stories.send(0, 2);
        StoredStories.send(empty(10, FETCHED.minusSeconds(86_400L * 5)));

        // Then
        assertThat(get(of("/api/articles/trends") + "field=entity&to=" + FETCHED.plusSeconds(1))
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void completesNames() {
        // Given
        stories.send(0, 1);

        // Then
        assertThat(get("/api/suggest?q=sahiba&kind=entity").getList("items.value"))
                .contains("per:sahiba gafarova");
        assertThat(get("/api/suggest?q=DIPLO&kind=topic").getList("items.label"))
                .contains("diplomacy");
        assertThat(get("/api/suggest?q=bak").getList("items.kind")).contains("entity", "place");
        assertThat(get("/api/suggest?q=" + stories.source().name().substring(0, 12))
                        .getList("items.value"))
                .contains(stories.source().id());
        assertThat(get("/api/suggest?q=a&kind=topic&limit=50").getList("items")).hasSizeLessThanOrEqualTo(50);
        assertThat(get("/api/suggest?q=" + "x".repeat(100)).getList("items")).isEmpty();
        given().queryParam("q", "%").get("/api/suggest").then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void findsArticlesLikeOne() {
        // Given
        StoredStories.send(stories.numbered(0), stories.numbered(1), empty(2, FETCHED));

        // When
        JsonPath similar = get("/api/articles/" + stories.articleId(0) + "/similar?limit=50");

        // Then
        assertThat(similar.getString("method")).contains("MinHash");
        assertThat(similar.getList("items.article.id"))
                .contains(stories.articleId(1))
                .doesNotContain(stories.articleId(0), stories.articleId(2));
        assertThat(similar.getDouble("items[0].score")).isBetween(0.999, 1.001);
        assertThat(similar.getList("items[0].entities")).containsExactly("geonames:587084", "per:sahiba gafarova");
        assertThat(get("/api/articles/" + stories.articleId(0) + "/similar?limit=1")
                        .getList("items"))
                .hasSize(1);
        assertThat(get("/api/articles/" + stories.articleId(2) + "/similar").getList("items"))
                .isEmpty();
    }

    @Test
    void saysWhyThereIsNothingLikeWhatIsNotThere() {
        // Given
        EnrichedArticle kill = canceled(stories.key(0), 1);
        try (Topic topic = new Topic()) {
            topic.send(kill);
        }
        StoredStories.awaitStatus(kill, 410);

        // Then
        given().get("/api/articles/" + stories.articleId(0) + "/similar")
                .then()
                .statusCode(410)
                .body("code", equalTo("withdrawn"));
        given().get("/api/articles/none/similar").then().statusCode(404);
        given().urlEncodingEnabled(false)
                .get("/api/articles/%00/similar")
                .then()
                .statusCode(404);
    }

    @Test
    void showsWhereTheWordsOccur() {
        // Given
        StoredStories.send(story(
                stories.key(0),
                1,
                article -> article.source(stories.source())
                        .title("Envoys <b>arrive</b> \uE000here")
                        .body("BAKU, Nov 20 - Sahiba Gafarova met an envoy in Baku at the parliament.")));

        // When
        JsonPath page = get(of("/api/articles") + "q=envoy&highlight=true");

        // Then
        String excerpts = "highlights.'" + stories.articleId(0) + "'";
        assertThat(page.getList(excerpts + ".field")).containsExactly("title", "body");
        assertThat(page.getString(excerpts + "[0].text")).isEqualTo("Envoys <b>arrive</b> here");
        for (int i = 0; i < 2; i++) {
            String text = page.getString(excerpts + "[" + i + "].text");
            int start = page.getInt(excerpts + "[" + i + "].spans[0].start");
            int end = page.getInt(excerpts + "[" + i + "].spans[0].end");
            assertThat(text.substring(start, end)).isIn("Envoys", "envoy");
        }
        assertThat(page.getList(excerpts + "[1].spans")).hasSize(1);
        assertThat(get(of("/api/articles") + "q=envoy&in=title&highlight=true").getList(excerpts + ".field"))
                .containsExactly("title");
        assertThat(get(of("/api/articles") + "q=envoy").getMap("highlights")).isNull();

        // When
        JsonPath near = get(of("/api/articles") + "q=parliament NEAR/3 baku&in=body&highlight=true");

        // Then: at, the and parliament follow Baku; both are marked
        List<Integer> starts = near.getList(excerpts + "[0].spans.start");
        List<Integer> ends = near.getList(excerpts + "[0].spans.end");
        String shown = near.getString(excerpts + "[0].text");
        assertThat(IntStream.range(0, starts.size()).mapToObj(i -> shown.substring(starts.get(i), ends.get(i))))
                .contains("Baku", "parliament");
    }

    @Test
    void showsThreePiecesOfABodyAndLooksThroughItsFirstFiftyThousandCharacters() {
        // Given
        String between = "other words between them ".repeat(100);
        StoredStories.send(bare(
                Stories.article(stories.key(0), 1)
                        .source(stories.source())
                        .title("Pieces")
                        .body(("envoy " + between).repeat(4))
                        .build(),
                "en"));
        String filler = "x ".repeat(25_000 - 4);
        StoredStories.send(
                bare(
                        Stories.article(stories.key(1), 1)
                                .source(stories.source())
                                .title("Before")
                                .body(filler + "zebra and more")
                                .build(),
                        "en"),
                bare(
                        Stories.article(stories.key(2), 1)
                                .source(stories.source())
                                .title("Behind")
                                .body(filler + "and more zebra")
                                .build(),
                        "en"));

        // When
        JsonPath pieces = get(of("/api/articles") + "q=envoy&highlight=true");
        JsonPath far = get(of("/api/articles") + "q=zebra&highlight=true");

        // Then
        assertThat(pieces.getList("highlights.'" + stories.articleId(0) + "'")).hasSize(3);
        assertThat(far.getList("highlights.'" + stories.articleId(1) + "'")).hasSize(1);
        assertThat(far.getList("highlights.'" + stories.articleId(2) + "'")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "articles?highlight=true, highlight",
        "articles?q=a&highlight=yes, highlight",
        "articles/histogram?interval=week, interval",
        "articles/histogram?limit=1, limit",
        "articles/histogram?sort=newest, sort",
        "articles/histogram?enttiy=a, enttiy",
        "articles/histogram?entity=%00, entity",
        "articles/trends, field",
        "articles/trends?field=source, field",
        "articles/trends?field=entity&limit=0, limit",
        "articles/trends?field=entity&limit=101, limit",
        "articles/trends?field=entity&from=2026-01-01, from",
        "articles/trends?field=entity&to=never, to",
        "suggest, q",
        "suggest?q=%00, q",
        "suggest?q=a&kind=role, kind",
        "suggest?q=a&limit=51, limit",
        "suggest?q=a&limit=0, limit",
        "suggest?q=a&lang=en, lang",
        "articles/none/similar?limit=0, limit",
        "articles/none/similar?limit=51, limit",
        "articles/none/similar?limit=many, limit",
        "articles/none/similar?q=a, q",
    })
    void refusesParametersThatAreWrong(String path, String where) {
        given().urlEncodingEnabled(false)
                .get("/api/" + path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-parameter"))
                .body("errors.where", hasItem(where));
    }

    @Test
    void describesEveryAnswer() {
        // When
        String description =
                given().get("/q/openapi").then().statusCode(200).extract().asString();

        // Then
        assertThat(description)
                .contains(
                        "/api/articles/histogram:",
                        "/api/articles/trends:",
                        "/api/articles/{id}/similar:",
                        "/api/articles/{id}/trail:",
                        "/api/suggest:",
                        "/api/events:",
                        "/api/events/{id}:",
                        "/api/entities/{id}:",
                        "/api/topics:",
                        "/api/topics/{id}:",
                        "/api/sources:",
                        "name: told-from",
                        "name: interval",
                        "name: highlight",
                        "name: cursor",
                        "name: not-recipient");
    }

    @Test
    void takesAHundredCharactersOfANameAndRefusesOneMore() {
        given().get("/api/suggest?q=" + "x".repeat(101)).then().statusCode(400);
        given().get("/api/suggest?q=" + "x".repeat(3_000)).then().statusCode(400);
        given().get("/api/articles/trends?field=entity&limit=100").then().statusCode(200);
        given().get("/api/articles/histogram?entity=" + "x".repeat(301)).then().statusCode(400);
    }
}
