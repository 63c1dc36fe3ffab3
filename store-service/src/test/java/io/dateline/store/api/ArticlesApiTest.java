package io.dateline.store.api;

import static io.dateline.store.testing.Stories.FETCHED;
import static io.dateline.store.testing.Stories.bare;
import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.dateline.contracts.article.Source;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.testing.Stories;
import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
class ArticlesApiTest {
    private static final int COUNT = 7;

    @Inject
    MeterRegistry registry;

    /** Each test asks for its own source, so that others' articles are not in its way. */
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private final Source source = new Source("api-" + run, "Api " + run, Source.Kind.PUSH);

    @BeforeEach
    void store() {
        send(0, COUNT);
    }

    private EnrichedArticle numbered(int i) {
        return story(
                run + i,
                1,
                article -> article.source(source)
                        .publishedAt(FETCHED.minusSeconds(60L * i))
                        .title("Envoy number " + i));
    }

    private void send(int from, int to) {
        try (Topic topic = new Topic()) {
            topic.send(IntStream.range(from, to).mapToObj(this::numbered).toArray(EnrichedArticle[]::new));
        }
        for (int i = from; i < to; i++) {
            awaitStored(id(run + i));
        }
    }

    private static void awaitStored(String id) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get("/api/articles/" + id).then().statusCode(200));
    }

    private JsonPath find(String parameters) {
        return given().get("/api/articles?source=" + source.id() + "&" + parameters)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void pagesThroughAllOfThemNewestFirstWhileNewOnesArrive() {
        // Given
        JsonPath first = find("limit=3");
        send(-2, 0);

        // When
        List<String> ids = new ArrayList<>(first.getList("items.id"));
        String next = first.getString("next");
        while (next != null) {
            JsonPath page = find("limit=3&cursor=" + next);
            ids.addAll(page.getList("items.id"));
            next = page.getString("next");
        }

        // Then
        assertThat(ids)
                .containsExactly(
                        id(run + 0), id(run + 1), id(run + 2), id(run + 3), id(run + 4), id(run + 5), id(run + 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "entity=geonames:587084&"})
    void pagesThroughAllOfThemOldestFirstWhileNewOnesArrive(String filter) {
        // Given
        String question = filter + "sort=oldest&limit=3";
        JsonPath first = find(question);
        send(COUNT, COUNT + 1);
        try (Topic topic = new Topic()) {
            topic.send(story(
                    run + "late",
                    1,
                    article -> article.source(source)
                            .publishedAt(FETCHED.plusSeconds(60))
                            .fetchedAt(FETCHED.plusSeconds(60))));
        }
        awaitStored(id(run + "late"));

        // When
        List<String> ids = new ArrayList<>(first.getList("items.id"));
        String next = first.getString("next");
        while (next != null) {
            JsonPath page = find(question + "&cursor=" + next);
            ids.addAll(page.getList("items.id"));
            next = page.getString("next");
        }

        // Then: what came before the place that was reached is not led back to, what came behind it is shown
        assertThat(ids)
                .containsExactly(
                        id(run + 6),
                        id(run + 5),
                        id(run + 4),
                        id(run + 3),
                        id(run + 2),
                        id(run + 1),
                        id(run + 0),
                        id(run + "late"));
    }

    @Test
    void readsOneEntityAloneFromTheOldest() {
        // Given: an entity that no other test's articles name
        String name = "nobody-" + run;
        try (Topic topic = new Topic()) {
            topic.send(IntStream.range(0, 4)
                    .mapToObj(i -> Stories.naming(name, numbered(100 + i)))
                    .toArray(EnrichedArticle[]::new));
        }
        IntStream.range(100, 104).forEach(i -> awaitStored(id(run + i)));

        // When
        String question = "/api/articles?entity=" + name + "&sort=oldest&limit=3";
        JsonPath first = given().get(question).jsonPath();
        JsonPath second =
                given().get(question + "&cursor=" + first.getString("next")).jsonPath();

        // Then
        assertThat(first.getList("items.id")).containsExactly(id(run + 103), id(run + 102), id(run + 101));
        assertThat(second.getList("items.id")).containsExactly(id(run + 100));
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void ranksByRelevanceAcrossPages() {
        // Given
        EnrichedArticle best = story(
                run + "best",
                1,
                article -> article.source(source)
                        .title("Zebra zebra")
                        .body("Zebra zebra zebra. BAKU, Sahiba Gafarova, Baku, parliament."));
        EnrichedArticle lesser = story(
                run + "lesser",
                1,
                article -> article.source(source)
                        .title("Animals")
                        .body("BAKU, Nov 20 - Sahiba Gafarova saw a zebra in Baku at the parliament."));
        try (Topic topic = new Topic()) {
            topic.send(lesser, best);
        }
        awaitStored(id(run + "best"));
        awaitStored(id(run + "lesser"));

        // When
        JsonPath first = find("q=zebra&sort=relevance&limit=1");
        JsonPath second = find("q=zebra&sort=relevance&limit=1&cursor=" + first.getString("next"));

        // Then
        assertThat(first.getList("items.id")).containsExactly(id(run + "best"));
        assertThat(second.getList("items.id")).containsExactly(id(run + "lesser"));
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void findsWordsOfOtherLanguagesInAnyCase() {
        // Given
        EnrichedArticle french = bare(
                Stories.article(run + "fr", 1)
                        .source(source)
                        .title("L'École rouverte")
                        .body("Les élèves sont revenus.")
                        .build(),
                "fr");
        try (Topic topic = new Topic()) {
            topic.send(french);
        }
        awaitStored(id(run + "fr"));

        // When
        JsonPath found = find("q=ÉCOLE");

        // Then
        assertThat(found.getList("items.id")).containsExactly(id(run + "fr"));
    }

    @Test
    void countsFacets() {
        // When
        JsonPath page = find("facets=true&limit=1");

        // Then
        assertThat(page.getList("facets.entity.value")).contains("geonames:587084", "per:sahiba gafarova");
        assertThat(page.getList("facets.entity.label")).contains("Baku", "Sahiba Gafarova");
        assertThat(page.getList("facets.topic.label")).contains("diplomacy", "politics");
        assertThat(page.getList("facets.place.label")).contains("Azerbaijan");
        assertThat(page.getList("facets.source.count")).containsExactly(COUNT);
        assertThat(page.getList("facets.lang.value")).containsExactly("en");
        assertThat(page.getList("facets.event.value")).containsExactly("CONSULT");
        assertThat(page.getInt("counted.newest")).isEqualTo(COUNT);
        assertThat(page.getBoolean("counted.approximate")).isFalse();
    }

    @Test
    void answersAnArticleWithItsEvidence() {
        // When
        JsonPath article = given().get("/api/articles/" + id(run + 0)).jsonPath();

        // Then
        String body = article.getString("article.body");
        int start = article.getInt("entities[0].mentions[0].start");
        int end = article.getInt("entities[0].mentions[0].end");
        assertThat(body.substring(start, end)).isEqualTo(article.getString("entities[0].mentions[0].surface"));
        assertThat(article.getString("stored.traceId")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(article.getString("dateline.place.name")).isEqualTo("Baku");
    }

    @Test
    void refusesACursorOfAnotherQuestionOrAnAlteredOne() {
        // Given
        String next = find("limit=3").getString("next");

        // When
        for (String parameters : List.of("lang=en&cursor=" + next, "cursor=x" + next, "cursor=AAAA", "cursor=%2F%2F")) {
            // Then
            given().get("/api/articles?source=" + source.id() + "&" + parameters)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-cursor"));
        }
    }

    @Test
    void answersProblemsForWhatIsNotThere() {
        given().get("/api/articles/tst-nothing").then().statusCode(404).body("code", equalTo("not-found"));
        given().get("/api/articles/" + id(run + 0) + "?revision=9").then().statusCode(404);
        given().get("/api/changes?after=-1").then().statusCode(400).body("code", equalTo("invalid-parameter"));
        given().get("/api/changes?limit=1001").then().statusCode(400);
        given().get("/api/stream?lang=english").then().statusCode(400).body("code", equalTo("invalid-parameter"));
        // What orders or pages an answer means nothing to what comes by itself.
        given().get("/api/stream?sort=relevance&q=port")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"));
        given().header("Last-Event-ID", "abc").get("/api/stream").then().statusCode(400);
        given().get("/api/dead-letters?topic=nothing").then().statusCode(404);
    }

    @Test
    void answersWhoAsksForTheHeadOfTheStreamAndNoMore() {
        double before = registry.get("dateline.stream.clients").gauge().value();
        given().head("/api/stream")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no");
        given().head("/live?after=0").then().statusCode(200).contentType("text/event-stream");
        assertThat(registry.get("dateline.stream.clients").gauge().value()).isLessThanOrEqualTo(before);
    }

    @Test
    void answersOpsAndTheApiDescription() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonPath ops =
                    given().get("/api/ops").then().statusCode(200).extract().jsonPath();
            assertThat(ops.getList("stages.stage")).hasSize(6);
            assertThat(ops.getList("instances.service")).contains("store");
            assertThat(ops.getList("troubles")).isEmpty();
            assertThat(ops.getLong("storage.lastSeq")).isGreaterThanOrEqualTo(COUNT);
            assertThat(ops.getInt("stages.find { it.stage == 'store' && it.lane == 'live' }.lag"))
                    .isGreaterThanOrEqualTo(0);
        });
        String description =
                given().get("/q/openapi").then().statusCode(200).extract().asString();
        assertThat(description).contains("/api/articles/{id}", "name: entity", "name: q", "Last-Event-ID");
    }
}
