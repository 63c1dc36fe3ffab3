package io.dateline.store.api;

import static io.dateline.store.testing.Stories.FETCHED;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
class EventsApiTest {
    private static final int COUNT = 5;
    private static final int URI_TOO_LONG = 414;

    private final StoredStories stories = new StoredStories();

    /** Each on a day of its own is an event of its own. */
    private EnrichedArticle told(int i, int day) {
        return stories.told(i, LocalDate.of(2026, 11, day));
    }

    @BeforeEach
    void store() {
        // Newest first: days 10, 10, 11, 12, 13.
        StoredStories.send(IntStream.range(0, COUNT)
                .mapToObj(i -> told(i, i == 0 ? 10 : 9 + i))
                .toArray(EnrichedArticle[]::new));
    }

    private JsonPath find(String parameters) {
        return given().get("/api/events?source=" + stories.source().id() + "&" + parameters)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void showsEachEventOnceByItsNewestTelling() {
        // When
        JsonPath page = find("limit=100");

        // Then
        assertThat(page.getList("items.date")).containsExactly("2026-11-10", "2026-11-11", "2026-11-12", "2026-11-13");
        assertThat(page.getString("items[0].evidence.article")).isEqualTo(stories.articleId(0));
        assertThat(page.getString("items[0].evidence.title")).isEqualTo("Envoy number 0");
        assertThat(page.getString("items[0].evidence.trigger.surface")).isEqualTo("received");
        assertThat(page.getString("items[0].actors[0].name")).isEqualTo("Baku");
        assertThat(page.getString("items[0].recipients[0].name")).isEqualTo("Sahiba Gafarova");
        assertThat(page.getString("items[0].place.country")).isEqualTo("AZ");
        assertThat(page.getLong("items[0].mentions")).isGreaterThanOrEqualTo(2);
        assertThat(page.getString("next")).isNull();
    }

    @Test
    void losesNoneToATellingStoredLateWithAPlaceThatWasPassed() {
        // Given
        JsonPath page = find("limit=2");
        List<String> days = new ArrayList<>(page.getList("items.date"));

        // When: of the last event, told between the newest and the second
        StoredStories.send(Stories.on(
                LocalDate.of(2026, 11, 13),
                story(
                        stories.key(100),
                        1,
                        article -> article.source(stories.source())
                                .publishedAt(FETCHED.minusSeconds(90))
                                .title("Envoy that came late"))));
        while (page.getString("next") != null) {
            page = find("limit=1&cursor=" + page.getString("next"));
            days.addAll(page.getList("items.date"));
        }

        // Then
        assertThat(days).containsExactly("2026-11-10", "2026-11-11", "2026-11-12", "2026-11-13");
    }

    @Test
    void pagesThroughAllOfThemWhileNewOnesArrive() {
        // Given
        JsonPath page = find("limit=2");
        List<String> days = new ArrayList<>(page.getList("items.date"));
        StoredStories.send(told(-1, 20));

        // When
        while (page.getString("next") != null) {
            page = find("limit=1&cursor=" + page.getString("next"));
            days.addAll(page.getList("items.date"));
        }

        // Then
        assertThat(days).containsExactly("2026-11-10", "2026-11-11", "2026-11-12", "2026-11-13");
    }

    @Test
    void missesNoneThatIsToldAgainWhileSomebodyReadsOn() {
        // Given: the event of the last day comes first now
        JsonPath page = find("limit=1");
        List<String> days = new ArrayList<>(page.getList("items.date"));
        Instant later = FETCHED.plusSeconds(60);
        StoredStories.send(Stories.on(
                LocalDate.of(2026, 11, 13),
                story(
                        stories.key(-1),
                        1,
                        article -> article.source(stories.source())
                                .publishedAt(later)
                                .fetchedAt(later))));
        assertThat(find("limit=1").getList("items.date")).containsExactly("2026-11-13");

        // When
        while (page.getString("next") != null) {
            page = find("limit=1&cursor=" + page.getString("next"));
            days.addAll(page.getList("items.date"));
        }

        // Then
        assertThat(days).containsExactly("2026-11-10", "2026-11-11", "2026-11-12", "2026-11-13");
    }

    @ParameterizedTest
    @CsvSource({
        "event=CONSULT, 4",
        "event=consult/visit, 4",
        "event=ASSAULT, 0",
        "actor=SA&recipient=AZ, 4",
        "actor=AZ, 0",
        "actor=baku&place=Azerbaijan, 4",
        "recipient=Sahiba Gafarova, 4",
        "place=FR, 0",
        "not-event=CONSULT, 0",
        "not-actor=FR, 4",
        "not-place=AZ, 0",
        "event-from=2026-11-11&event-to=2026-11-12, 2",
        "event-from=2026-11-14, 0",
        "event-to=2026-11-11T08:00:00Z, 2",
        "event-from=2026-11-12T08:00:00Z&event-to=2026-11-12T12:00:00Z, 1",
        "told-from=2026-11-20T07:58:00Z, 2",
        "told-to=2026-11-20T07:58:00Z, 2",
        "told-to=2026-11-20, 4",
        "min-confidence=0.8, 4",
        "min-confidence=0.801, 0",
    })
    void filters(String parameters, int count) {
        assertThat(find(parameters).getList("items")).hasSize(count);
    }

    @Test
    void pagesThroughTheTellingsOfAnEvent() {
        // Given
        String id = find("event-to=2026-11-10").getString("items[0].id");

        // When
        List<String> articles = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = given().get("/api/events/" + id + "?limit=1" + cursor)
                    .then()
                    .statusCode(200)
                    .body("event.id", equalTo(id))
                    .body("items[0].event.trigger.surface", equalTo("received"))
                    .extract()
                    .jsonPath();
            articles.addAll(page.getList("items.article"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }

        // Then
        assertThat(articles)
                .containsSubsequence(stories.articleId(0), stories.articleId(1))
                .doesNotHaveDuplicates();
    }

    @Test
    void forgetsWhatAWithdrawnArticleToldAndTakesTheNextTelling() {
        // Given
        EnrichedArticle kill = canceled(stories.key(0), 2);

        // When
        try (Topic topic = new Topic()) {
            topic.send(kill, canceled(stories.key(4), 2));
        }
        StoredStories.awaitStatus(kill, 410);
        StoredStories.awaitStatus(canceled(stories.key(4), 2), 410);

        // Then
        JsonPath page = find("limit=100");
        assertThat(page.getList("items.date")).containsExactly("2026-11-10", "2026-11-11", "2026-11-12");
        assertThat(page.getString("items[0].evidence.article")).isEqualTo(stories.articleId(1));
    }

    @Test
    void holdsEveryFilterOfOneTellingTogether() {
        // Given
        EnrichedArticle other = story(
                stories.key(9), 1, article -> article.source(stories.source()).publishedAt(FETCHED.plusSeconds(60)));
        StoredStories.send(other);

        // Then
        assertThat(find("event-from=2026-11-20&told-to=2026-11-20T08:00:00Z").getList("items"))
                .isEmpty();
        assertThat(find("event-from=2026-11-20&told-from=2026-11-20T08:00:00Z").getList("items"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=101, limit",
        "min-confidence=1.1, min-confidence",
        "min-confidence=-1, min-confidence",
        "event-from=never, event-from",
        "told-from=2026-02-02&told-to=2026-02-01, told-to",
        "actor=%00, actor",
        "q=a, q",
        "entity=x, entity",
        "limit=1&limit=2, limit",
    })
    void refusesParametersThatAreWrong(String parameters, String where) {
        given().urlEncodingEnabled(false)
                .get("/api/events?" + parameters)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-parameter"))
                .body("errors.where", hasItem(where));
    }

    @Test
    void takesAHundredAndRefusesWhatIsLongerThanItTakes() {
        given().get("/api/events?limit=100&actor=" + "x".repeat(300)).then().statusCode(200);
        given().get("/api/events?actor=" + "x".repeat(301)).then().statusCode(400);
        given().get("/api/events?actor=" + "x".repeat(10_000)).then().statusCode(URI_TOO_LONG);
        given().get("/api/events?cursor=" + "x".repeat(1_001))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
        given().queryParam("actor", "%_\\'\";*(){}<>")
                .get("/api/events")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void refusesACursorOfAnotherQuestion() {
        // Given
        String next = find("limit=1").getString("next");

        // Then
        for (String parameters :
                List.of("actor=SA&cursor=" + next, "cursor=x" + next, "cursor=AAAA", "cursor=%2F%2F")) {
            given().urlEncodingEnabled(false)
                    .get("/api/events?source=" + stories.source().id() + "&" + parameters)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-cursor"));
        }
    }

    @Test
    void answersProblemsForWhatIsNotThere() {
        given().get("/api/events/evt-none").then().statusCode(404).body("code", equalTo("not-found"));
        given().urlEncodingEnabled(false).get("/api/events/%00").then().statusCode(404);
        given().get("/api/events/" + "x".repeat(3_000)).then().statusCode(404);
        given().get("/api/events/" + "x".repeat(10_000)).then().statusCode(URI_TOO_LONG);
        given().get("/api/events/evt-none?limit=101").then().statusCode(400);
        given().get("/api/events/evt-none?actor=x").then().statusCode(400);
    }
}
