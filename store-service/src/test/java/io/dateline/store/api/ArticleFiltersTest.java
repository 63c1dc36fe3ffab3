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
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                        .title("Envoy number " + i)
                        .url("https://de.news.example/" + run + "/" + i)
                        .byline("By José ØRSTED and Anna Łuczak, Special Correspondent")
                        .categories(List.of("World/Caucasus", "Élections  2026"))
                        .agency("Test Agency")
                        .slugline("BAKU-ENVOY/" + i)
                        .urgency(i + 1));
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
        "status=canceled&sort=oldest, 0",
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
        "author=José Ørsted, 7",
        "author=jose orsted, 7",
        "author=ANNA LUCZAK, 7",
        "author=Anna, 0",
        "author=nobody&author=Anna Luczak, 7",
        "not-author=anna luczak, 0",
        "category=world/caucasus, 7",
        "category=elections 2026, 7",
        "category=world, 0",
        "not-category=world, 7",
        "agency=TEST AGENCY, 7",
        "not-agency=another, 7",
        "slugline=baku-envoy/3, 1",
        "slugline=baku-envoy, 0",
        "not-slugline=baku-envoy/3, 6",
        "urgency=1, 1",
        "urgency=1&urgency=2&urgency=3, 3",
        "urgency=9, 0",
        "not-urgency=7, 6",
        "domain=news.example, 7",
        "domain=DE.news.example, 7",
        "domain=www.news.example., 7",
        "domain=ews.example, 0",
        "domain=fr.news.example, 0",
        "not-domain=news.example, 0",
        "author=jose orsted&urgency=1&domain=news.example, 1",
        "sort=oldest, 7",
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
        "status=canceled&author=a, author",
        "urgency=0, urgency",
        "urgency=10, urgency",
        "not-urgency=high, not-urgency",
        "domain=example, domain",
        "domain=https://news.example/, domain",
        "domain=127.0.0.1, domain",
        "domain=a..example, domain",
        "url=urn:newsml:x, url",
        "url=javascript:alert(1), url",
        "not-url=news, not-url",
    })
    void refusesParametersThatAreWrong(String parameters, String where) {
        given().get("/api/articles?" + parameters.replace("+", "%2B"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-parameter"))
                .body("errors.where", hasItem(where));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://de.news.example/%s/3",
                "http://de.news.example/%s/3",
                "HTTPS://DE.News.Example:443/%s/./3",
                "https://de.news.example/%s/3?utm_source=x&fbclid=y#top"
            })
    void findsTheArticleOfAnAddressHoweverItIsWritten(String address) {
        // When
        JsonPath found = asked("url", address.formatted(run));
        JsonPath without = asked("not-url", address.formatted(run));

        // Then
        assertThat(found.getList("items.title")).containsExactly("Envoy number 3");
        assertThat(without.getList("items")).hasSize(COUNT - 1);
    }

    @Test
    void findsNothingAtAnotherAddress() {
        assertThat(asked("url", "https://de.news.example/" + run + "/3?page=2").getList("items"))
                .isEmpty();
        assertThat(asked("url", "https://de.news.example/" + run + "/33").getList("items"))
                .isEmpty();
    }

    private JsonPath asked(String name, String value) {
        return given().queryParam("source", source.id())
                .queryParam(name, value)
                .get("/api/articles")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @ParameterizedTest
    @CsvSource({
        "author, 300",
        "category, 300",
        "agency, 300",
        "slugline, 300",
        "not-author, 300",
        "url, 2000",
        "not-url, 2000",
        "domain, 253"
    })
    void takesValuesUpToTheirLongest(String name, int longest) {
        // Given
        String begin = name.endsWith("url") ? "https://news.example/" : name.equals("domain") ? "a.".repeat(126) : "";
        String most = begin + "x".repeat(longest - begin.length());

        // When, then
        given().queryParam(name, most).get("/api/articles").then().statusCode(200);
        given().queryParam(name, most + "x")
                .get("/api/articles")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"))
                .body("errors.where", hasItem(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "category", "agency", "slugline", "domain", "url"})
    void takesTwentyValues(String name) {
        // Given
        String value = name.equals("url") ? "https://news.example/" : name.equals("domain") ? "a.example" : "";
        Object[] most = IntStream.range(0, 20).mapToObj(i -> value + "v" + i).toArray();
        Object[] more = IntStream.range(0, 21).mapToObj(i -> value + "v" + i).toArray();

        // When, then
        given().queryParam(name, most).get("/api/articles").then().statusCode(200);
        given().queryParam(name, more)
                .get("/api/articles")
                .then()
                .statusCode(400)
                .body("errors.where", hasItem(name));
    }
}
