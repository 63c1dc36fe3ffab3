package io.dateline.store.api;

import static io.dateline.store.testing.Stories.FETCHED;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.dateline.contracts.article.Source;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every filter against the same seven articles, which are stored once. */
@QuarkusTest
@WithTestResource(InfraResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArticleFiltersTest {
    private static final int COUNT = 7;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private final Source source = new Source("filters-" + run, "Filters " + run, Source.Kind.PUSH);

    private boolean stored;

    /** Once: before all would be before the framework tells the tests its port. */
    @BeforeEach
    void store() {
        if (stored) {
            return;
        }
        stored = true;
        try (Topic topic = new Topic()) {
            topic.send(IntStream.range(0, COUNT).mapToObj(this::numbered).toArray(EnrichedArticle[]::new));
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(find("limit=100").getList("items")).hasSize(COUNT));
    }

    private EnrichedArticle numbered(int i) {
        return story(
                run + i,
                1,
                article -> article.source(source)
                        .publishedAt(FETCHED.minusSeconds(60L * i))
                        .title("Envoy number " + i));
    }

    private JsonPath find(String parameters) {
        return given().get("/api/articles?source=" + source.id() + "&" + parameters)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @ParameterizedTest
    @CsvSource({
        "entity=geonames:587084, 7",
        "entity=baku, 7",
        "entity=Sahiba Gafarova, 7",
        "entity=nobody, 0",
        "topic=medtop:11000000, 7",
        "topic=11000000, 7",
        "topic=diplomacy, 7",
        "topic=sport, 0",
        "place=az, 7",
        "place=Azerbaijan, 7",
        "place=FR, 0",
        "place=FR&place=AZ, 7",
        "place=AZ&entity=nobody, 0",
        "lang=en, 7",
        "lang=de, 0",
        "q=delegations, 7",
        "q=envoy -parliament, 0",
        "q=football OR envoy, 7",
        "q=football, 0",
        "q=envoy&sort=relevance, 7",
        "from=2026-11-20, 7",
        "to=2026-11-19, 0",
        "from=2026-11-20T07:57:00Z&to=2026-11-20T08:00:00Z, 3",
        "q=envoy AND parliament, 7",
        "q=(football OR envoy) parliament, 7",
        "q=envoy NOT (football OR parliament), 0",
        "q=envoy NOT (football OR cricket), 7",
        "q=parliamen*, 7",
        "q=\"delegation in Baku\", 7",
        "q=\"Baku in delegation\", 0",
        "q=received NEAR/2 delegation, 7",
        "q=delegation NEAR/2 received, 7",
        "q=delegation NEAR/1 received, 0",
        "q=deleg* NEAR/3 \"Sahiba Gafarova\", 7",
        "q=deleg* NEAR/2 \"Sahiba Gafarova\", 0",
        "q=\"received a\" NEAR/2 Gafarova, 7",
        "q=parliament NOT delegation NEAR/2 received, 0",
        "q=parliament NOT delegation NEAR/1 received, 7",
        "q=number NEAR/10 envoy&in=title, 7",
        "q=number NEAR/10 envoy&in=body, 0",
        "q=o'envoy's, 0",
        "dup=all, 7",
        "status=usable, 7",
        "status=canceled, 0",
        "q=envoy NOT parliament, 0",
        "q=envoy&in=title, 7",
        "q=envoy&in=body, 0",
        "q=parliament&in=title, 0",
        "q=parliament&in=body, 7",
        "q=envoy -parliament&in=title, 7",
        "q=parliament -envoy&in=body, 7",
        "not-entity=Baku, 0",
        "not-entity=nobody, 7",
        "place=AZ&not-place=FR, 7",
        "not-place=AZ, 0",
        "not-topic=politics, 0",
        "not-lang=de, 7",
        "event=CONSULT, 7",
        "event=consult/Visit, 7",
        "event=043, 7",
        "event=ASSAULT, 0",
        "not-event=CONSULT, 0",
        "actor=SA, 7",
        "actor=baku, 7",
        "actor=GOV, 7",
        "actor=AZ, 0",
        "recipient=AZ, 7",
        "recipient=Sahiba Gafarova, 7",
        "event-place=AZ, 7",
        "event-place=FR, 0",
        "speaker=Sahiba Gafarova, 7",
        "speaker=nobody, 0",
        "role=prime minister, 0",
        "feed=feed-none, 0",
        "'near=40.4,49.9,50', 7",
        "'near=51.5,-0.1,50', 0",
        "entity=Baku&min-salience=0.8, 7",
        "entity=Baku&min-salience=0.81, 0",
        "entity=Sahiba Gafarova&sort=salience, 7",
        "mentioned-from=2026-11-20, 7",
        "mentioned-from=2026-11-21, 0",
        "mentioned-to=2026-11-19, 0",
        "mentioned-from=2026-11-01&mentioned-to=2026-11-30, 7",
        "event-from=2026-11-20&event-to=2026-11-20, 7",
        "event-from=2026-11-21, 0",
        "stored-from=2026-11-01, 7",
        "stored-from=9000-01-01, 0",
    })
    void filters(String parameters, int count) {
        assertThat(find(parameters).getList("items")).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=101, limit",
        "limit=many, limit",
        "sort=best, sort",
        "sort=relevance, sort",
        "from=yesterday, from",
        "from=+1000000000-01-01T00:00:00Z, from",
        "to=2026-01-01&from=2026-02-01, to",
        "lang=english, lang",
        "facets=yes, facets",
        "in=summary&q=a, in",
        "in=title, in",
        "near=1, near",
        "'near=91,0,5', near",
        "'near=0,181,5', near",
        "'near=0,0,1001', near",
        "min-salience=0.5, min-salience",
        "min-salience=2&entity=x, min-salience",
        "sort=salience, sort",
        "not-lang=english, not-lang",
        "not-q=a, not-q",
        "event-from=2026-02-02&event-to=2026-02-01, event-to",
        "enttiy=x, enttiy",
        "q=a&q=b, q",
        "q=(a, q",
        "q=a OR, q",
        "q=ab*, q",
        "dup=none, dup",
        "status=withheld, status",
        "status=canceled&q=a, q",
        "status=canceled&entity=a, entity",
        "status=canceled&facets=true, facets",
    })
    void refusesParametersThatAreWrong(String parameters, String where) {
        given().get("/api/articles?" + parameters.replace("+", "%2B"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-parameter"))
                .body("errors.where", hasItem(where));
    }
}
