package io.dateline.store.api;

import static io.dateline.store.testing.Stories.canceled;
import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Event;
import io.dateline.contracts.enriched.Quote;
import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
class ProfilesApiTest {
    private static final int COUNT = 3;

    private final StoredStories stories = new StoredStories();
    private final String person = "per:" + UUID.randomUUID();

    /** With a person of this test's own, who holds an office, acts and speaks. */
    private EnrichedArticle of(EnrichedArticle article) {
        List<Entity> entities = article.entities().stream()
                .map(entity -> entity.type() != Entity.Type.PER
                        ? entity
                        : new Entity(
                                person,
                                entity.type(),
                                entity.name(),
                                entity.salience(),
                                List.of(new Entity.Role(
                                        "speaker", entity.mentions().get(0), "geonames:587084")),
                                new Entity.Links(null, "Q42", null),
                                null,
                                null,
                                entity.mentions(),
                                entity.by()))
                .toList();
        List<Event> events = article.events().stream()
                .map(event -> new Event(
                        event.type(),
                        event.mode(),
                        event.contexts(),
                        event.cameo(),
                        event.goldstein(),
                        event.actors(),
                        List.of(new Event.Participant(
                                person, "AZ", "LEG", event.recipients().get(0).span())),
                        event.place(),
                        event.placeSpan(),
                        event.date(),
                        event.datePrecision(),
                        event.dateSpan(),
                        event.sentence(),
                        event.trigger(),
                        event.mentions(),
                        event.confidence(),
                        event.by()))
                .toList();
        List<Quote> quotes = article.quotes().stream()
                .map(quote ->
                        new Quote(person, quote.direct(), quote.words(), quote.verb(), quote.speakerSpan(), quote.by()))
                .toList();
        return new EnrichedArticle(
                article.article(),
                article.language(),
                article.dateline(),
                entities,
                article.topics(),
                events,
                quotes,
                article.dates(),
                article.fingerprint(),
                article.enrichment());
    }

    private void store() {
        store(COUNT);
    }

    private void store(int count) {
        StoredStories.send(
                IntStream.range(0, count).mapToObj(i -> of(stories.numbered(i))).toArray(EnrichedArticle[]::new));
    }

    private JsonPath get(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }

    /** Asked alone an entity has an index of its own; with a second filter its articles are found by their tags. */
    @ParameterizedTest
    @CsvSource({
        "'', 4 3 2",
        "&from=2026-11-20T07:56:30Z, 3 2",
        "&to=2026-11-20T07:57:00Z, 4",
        "&from=2026-11-20T07:57:00Z&to=2026-11-20T07:58:00Z, 3",
        "&from=2026-11-21T00:00:00Z, ''",
    })
    void listsAndCountsAnEntityAloneAsBesideOtherFilters(String times, String found) {
        // Given
        store(5);
        StoredStories.send(story(stories.key(0), 2, article -> article.source(stories.source())));
        try (Topic topic = new Topic()) {
            topic.send(canceled(stories.key(1), 2));
        }
        StoredStories.awaitStatus(canceled(stories.key(1), 2), 410);
        String alone = "entity=" + person + times;

        // When
        List<String> paged = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = get("/api/articles?limit=1&" + alone + next);
            paged.addAll(page.getList("items.id"));
            next = page.get("next") == null ? null : "&cursor=" + page.getString("next");
        }

        // Then
        List<String> expected = found.isEmpty()
                ? List.of()
                : Stream.of(found.split(" "))
                        .map(i -> stories.articleId(Integer.parseInt(i)))
                        .toList();
        assertThat(paged).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(paged)
                .isEqualTo(get("/api/articles?" + alone + "&not-lang=fr").getList("items.id"));
        String histogram = "/api/articles/histogram?interval=hour&";
        assertThat(get(histogram + alone).getList("items"))
                .isEqualTo(get(histogram + alone + "&not-lang=fr").getList("items"));
    }

    @Test
    void tellsWhatIsKnownOfAnEntity() {
        // Given
        store();

        // When
        JsonPath profile = get("/api/entities/" + person);

        // Then
        assertThat(profile.getString("name")).isEqualTo("Sahiba Gafarova");
        assertThat(profile.getString("type")).isEqualTo("PER");
        assertThat(profile.getString("links.wikidata")).isEqualTo("Q42");
        assertThat(profile.getInt("counted.newest")).isEqualTo(COUNT);
        assertThat(profile.getBoolean("counted.approximate")).isFalse();
        assertThat(profile.getString("firstAt")).isEqualTo("2026-11-20T07:58:00Z");
        assertThat(profile.getString("lastAt")).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(profile.getList("timeline.from")).containsExactly("2026-11-01T00:00:00Z");
        assertThat(profile.getList("timeline.count")).containsExactly(COUNT);
        assertThat(profile.getList("roles.text")).containsExactly("speaker");
        assertThat(profile.getList("roles.affiliationName")).containsExactly("Baku");
        assertThat(profile.getList("roles.count")).containsExactly(COUNT);
        assertThat(profile.getList("company.label")).containsExactly("Baku");
        assertThat(profile.getList("quotes.quote.words.surface"))
                .containsExactly("parliament", "parliament", "parliament");
        assertThat(profile.getString("quotes[0].article")).isEqualTo(stories.articleId(0));
        assertThat(profile.getList("asActor")).isEmpty();
        assertThat(profile.getList("asRecipient.mentions")).containsExactly(COUNT);
        assertThat(profile.getList("articles.id"))
                .containsExactly(stories.articleId(0), stories.articleId(1), stories.articleId(2));
    }

    @Test
    void showsTheNewestTenOfEach() {
        // Given
        store(11);

        // When
        JsonPath profile = get("/api/entities/" + person);

        // Then
        assertThat(profile.getInt("counted.newest")).isEqualTo(11);
        assertThat(profile.getList("articles.id")).hasSize(10).doesNotContain(stories.articleId(10));
        assertThat(profile.getList("quotes.article")).hasSize(10).doesNotContain(stories.articleId(10));
    }

    @Test
    void drawsTheTimelineByDays() {
        // Given
        store();

        // Then
        assertThat(get("/api/entities/" + person + "?interval=day").getList("timeline.from"))
                .containsExactly("2026-11-20T00:00:00Z");
    }

    @Test
    void forgetsAnEntityWithItsLastArticle() {
        // Given
        EnrichedArticle only = of(stories.numbered(0));
        StoredStories.send(only);
        EnrichedArticle kill = canceled(stories.key(0), 2);

        // When
        try (Topic topic = new Topic()) {
            topic.send(kill);
        }
        StoredStories.awaitStatus(kill, 410);

        // Then
        given().get("/api/entities/" + person).then().statusCode(404);
    }

    @Test
    void showsTopicsAsATree() {
        // Given
        stories.send(0, COUNT);

        // When
        JsonPath tree = get("/api/topics?source=" + stories.source().id());

        // Then
        assertThat(tree.getInt("counted.newest")).isEqualTo(COUNT);
        assertThat(tree.getList("items.label")).containsExactly("politics");
        assertThat(tree.getList("items.count")).containsExactly(COUNT);
        assertThat(tree.getList("items[0].narrower.narrower.flatten().label")).contains("diplomacy");
        assertThat(get("/api/topics?source=nobody").getList("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"medtop:20000639", "20000639"})
    void tellsWhatIsKnownOfATopic(String topic) {
        // Given
        stories.send(0, COUNT);

        // When
        JsonPath profile = get("/api/topics/" + topic);

        // Then
        assertThat(profile.getString("id")).isEqualTo("medtop:20000639");
        assertThat(profile.getString("label")).isEqualTo("diplomacy");
        assertThat(profile.getList("broader.label")).endsWith("politics");
        assertThat(profile.getInt("counted.newest")).isGreaterThanOrEqualTo(COUNT);
        assertThat(profile.getList("facets.entity.label")).contains("Baku");
        assertThat(profile.getList("articles")).isNotEmpty();
        assertThat(get("/api/topics/11000000").getList("narrower.label")).contains("international relations");
    }

    @Test
    void listsSourcesPageByPage() {
        // Given
        stories.send(0, COUNT);
        StoredStories other = new StoredStories();
        other.send(0, 1);

        // When
        List<String> ids = new ArrayList<>();
        JsonPath page = get("/api/sources?limit=1");
        ids.addAll(page.getList("items.source.id"));
        while (page.getString("next") != null) {
            page = get("/api/sources?limit=1&cursor=" + page.getString("next"));
            ids.addAll(page.getList("items.source.id"));
        }

        // Then
        assertThat(ids)
                .contains(stories.source().id(), other.source().id())
                .doesNotHaveDuplicates()
                .isSorted();
        JsonPath all = get("/api/sources?limit=100");
        String mine = "items.find { it.source.id == '" + stories.source().id() + "' }.";
        assertThat(all.getInt(mine + "articles")).isEqualTo(COUNT);
        assertThat(all.getString(mine + "newestAt")).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(all.getString(mine + "storedAt")).isNotNull();
    }

    @Test
    void listsNoSourceThatHasNothingToShow() {
        // Given
        String key = stories.key(0);
        Source source = stories.source();
        StoredStories.send(story(key, 1, article -> article.source(source)));
        RawArticle gone = canceled(key, 2).article();

        // When
        try (Topic topic = new Topic()) {
            topic.send(canceled(key, 2));
        }
        StoredStories.awaitStatus(canceled(key, 2), 410);

        // Then
        assertThat(gone.id()).isEqualTo(id(key));
        assertThat(get("/api/sources?limit=100").getList("items.source.id")).doesNotContain(source.id());
    }

    @ParameterizedTest
    @CsvSource({
        "entities/none?interval=hour, interval",
        "entities/none?q=a, q",
        "topics?limit=1, limit",
        "topics?cursor=x, cursor",
        "topics?entity=%00, entity",
        "sources?limit=0, limit",
        "sources?limit=101, limit",
        "sources?source=x, source",
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

    @ParameterizedTest
    @CsvSource({
        "entities/none",
        "entities/%00",
        "entities/org%3Aa%2Fb",
        "entities/%25_%27%22%3B*",
        "topics/medtop:none",
        "topics/%00",
        "topics/%25",
    })
    void answersProblemsForWhatIsNotThere(String path) {
        given().urlEncodingEnabled(false)
                .get("/api/" + path)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void refusesACursorOfSomethingElse() {
        given().get("/api/sources?cursor=AAAA").then().statusCode(400).body("code", equalTo("invalid-cursor"));
        given().get("/api/entities/" + "x".repeat(3_000)).then().statusCode(404);
        given().get("/api/topics/" + "x".repeat(3_000)).then().statusCode(404);
    }
}
