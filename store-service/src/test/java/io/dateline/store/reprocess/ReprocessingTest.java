package io.dateline.store.reprocess;

import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Enrichment;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Span;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.topic.Topics;
import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles tagged anew, by a test that stands in for enrich. */
@QuarkusTest
@WithTestResource(InfraResource.class)
class ReprocessingTest {
    @Inject
    AgroalDataSource dataSource;

    private static final String OLD = "0123456789abcdef";
    private static final String NEW = "fedcba9876543210";

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Source source = new Source("re-" + run, "Re " + run, Source.Kind.WIRE);

    private EnrichedArticle article(int number) {
        return story(run + number, 1, article -> article.source(source));
    }

    /** As a newer enrich tags it: nobody is quoted, an organisation is found, the place is no longer. */
    private static EnrichedArticle anew(EnrichedArticle old) {
        String body = old.article().body();
        int at = body.indexOf("parliament");
        List<Entity> entities =
                new ArrayList<>(old.entities().subList(1, old.entities().size()));
        entities.add(new Entity(
                "org:parliament",
                Entity.Type.ORG,
                "parliament",
                0.5,
                null,
                null,
                null,
                null,
                List.of(Span.of("body", body, at, at + 10)),
                "test/2"));
        return new EnrichedArticle(
                old.article(),
                old.language(),
                old.dateline(),
                entities,
                old.topics(),
                List.of(),
                List.of(),
                old.dates(),
                old.fingerprint(),
                new Enrichment(NEW, List.of("language/1", "entity/2")));
    }

    private List<EnrichedArticle> stored(int count) {
        List<EnrichedArticle> articles =
                IntStream.range(0, count).mapToObj(this::article).toList();
        try (Topic topic = new Topic()) {
            topic.send(articles.toArray(EnrichedArticle[]::new));
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(found("")).hasSize(count));
        return articles;
    }

    private List<String> found(String parameters) {
        return given().get("/api/articles?limit=100&source=" + source.id() + parameters)
                .jsonPath()
                .getList("items.id");
    }

    private long begin(int rate) {
        return given().contentType("application/json")
                .body("{\"query\": \"source=" + source.id() + "\", \"rate\": " + rate + "}")
                .post("/api/reprocessings")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static JsonPath look(long number) {
        return given().get("/api/reprocessings/" + number)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void awaitState(long number, String state) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(look(number).getString("state")).isEqualTo(state));
    }

    private static ValidatableResponse post(long number, String what) {
        return given().post("/api/reprocessings/" + number + "/" + what).then();
    }

    private static void answer(long number, List<EnrichedArticle> articles) {
        try (Topic topic = new Topic()) {
            articles.forEach(one -> topic.answer(one, number));
        }
    }

    private static void awaitVersion(long number, String version, int articles) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(look(number).getList("versions", Reprocessing.Found.class))
                        .contains(new Reprocessing.Found(version, articles, false)));
    }

    private static JsonPath shown(String key) {
        return given().get("/api/articles/" + id(key)).then().extract().jsonPath();
    }

    @Test
    void keepsNewTagsBesideTheOldUntilSomebodySwitchesAndSwitchesBack() {
        // Given
        List<EnrichedArticle> articles = stored(5);
        long lastSeq = shown(run + 0).getLong("stored.seq");

        // When: two a second, so that sending takes several steps
        long number = begin(2);
        awaitState(number, "sent");

        // Then: each is on the bulk lane, with the number that is to come back
        List<ConsumerRecord<byte[], byte[]>> sent = articles.stream()
                .flatMap(one -> Topic.records(Topics.RAW_BACKFILL, one.article().id()).stream())
                .toList();
        assertThat(look(number).getLong("sent")).isEqualTo(5);
        assertThat(sent)
                .hasSize(5)
                .allSatisfy(record -> assertThat(MessageCodec.header(record.headers(), "dl_reprocessing"))
                        .isEqualTo(Long.toString(number)));
        assertThat(sent)
                .extracting(record -> new String(record.value(), java.nio.charset.StandardCharsets.UTF_8))
                .allSatisfy(text -> assertThat(text).contains(source.id()));
        post(number, "switch").statusCode(409).body("code", equalTo("not-now"));

        // When: all come back, one of them twice
        answer(number, articles.stream().map(ReprocessingTest::anew).toList());
        answer(number, List.of(anew(articles.get(0))));
        awaitVersion(number, NEW, 5);

        // Then: nothing is shown of it, and the report tells what would be
        assertThat(shown(run + 0).getString("enrichment.version")).isEqualTo(OLD);
        assertThat(found("&entity=org:parliament")).isEmpty();
        JsonPath report = given().get("/api/reprocessings/" + number + "/report")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(report.getInt("articles")).isEqualTo(5);
        assertThat(report.getBoolean("approximate")).isFalse();
        assertThat(report.getInt("differing")).isEqualTo(5);
        assertThat(report.getMap("kinds.entity"))
                .containsEntry("added", 5)
                .containsEntry("lost", 5)
                .containsEntry("same", 5);
        assertThat(report.getMap("kinds.quote")).containsEntry("added", 0).containsEntry("lost", 5);
        assertThat(report.getMap("kinds.topic")).containsEntry("changed", 0).containsEntry("same", 5);
        assertThat(report.getString("added[0].value")).isEqualTo("org:parliament");
        assertThat(report.getInt("added[0].articles")).isEqualTo(5);

        // When
        post(number, "switch").statusCode(200);
        awaitState(number, "switched");

        // Then: filters, lists and the article go by the new tags, and it was no change
        assertThat(look(number).getLong("switched")).isEqualTo(5);
        assertThat(found("&entity=org:parliament")).hasSize(5);
        assertThat(found("&entity=geonames:587084")).isEmpty();
        assertThat(found("&speaker=per:sahiba gafarova")).isEmpty();
        assertThat(shown(run + 0).getString("enrichment.version")).isEqualTo(NEW);
        assertThat(shown(run + 0).getLong("stored.seq")).isEqualTo(lastSeq);
        assertThat(given().get("/api/reprocessings/" + number + "/report")
                        .jsonPath()
                        .getInt("kinds.entity.added"))
                .isEqualTo(5);

        // When
        post(number, "switch-back").statusCode(200);
        awaitState(number, "sent");

        // Then
        assertThat(shown(run + 0).getString("enrichment.version")).isEqualTo(OLD);
        assertThat(found("&entity=geonames:587084")).hasSize(5);
        assertThat(found("&speaker=per:sahiba gafarova")).hasSize(5);
        assertThat(found("&entity=org:parliament")).isEmpty();
    }

    @Test
    void switchesBackWhatAnotherReprocessingFoundAgainSince() {
        // Given
        List<EnrichedArticle> articles = stored(3);
        long first = begin(100);
        awaitState(first, "sent");
        answer(
                first,
                articles.subList(0, 2).stream().map(ReprocessingTest::anew).toList());
        awaitVersion(first, NEW, 2);
        post(first, "switch").statusCode(200);
        awaitState(first, "switched");
        long second = begin(100);
        awaitState(second, "sent");
        answer(second, articles.stream().map(ReprocessingTest::anew).toList());
        awaitVersion(second, NEW, 1);

        // When
        post(first, "switch-back").statusCode(200);
        awaitState(first, "sent");

        // Then
        assertThat(shown(run + 0).getString("enrichment.version")).isEqualTo(OLD);
        assertThat(shown(run + 1).getString("enrichment.version")).isEqualTo(OLD);
        assertThat(found("&entity=org:parliament")).isEmpty();
    }

    @Test
    void givesThePublishersTagsToArticlesStoredBeforeTheyWereKept() throws SQLException {
        // Given
        List<EnrichedArticle> articles = stored(1);
        try (Connection connection = dataSource.getConnection();
                Statement update = connection.createStatement()) {
            update.execute("UPDATE store.articles SET tags = ARRAY(SELECT tag FROM unnest(tags) AS tag"
                    + " WHERE tag !~ '^(domain|url):') WHERE source_id = '" + source.id() + "'");
        }
        assertThat(found("&domain=news.example")).isEmpty();

        // When
        long number = begin(100);
        awaitState(number, "sent");
        answer(number, List.of(anew(articles.get(0))));
        awaitVersion(number, NEW, 1);
        post(number, "switch").statusCode(200);
        awaitState(number, "switched");

        // Then
        assertThat(found("&domain=news.example")).hasSize(1);
        assertThat(found("&url=" + articles.get(0).article().url())).hasSize(1);
    }

    @Test
    void keepsNothingOfWhatWasErasedAndSwitchesNothingWithdrawn() {
        // Given
        List<EnrichedArticle> articles = stored(2);
        long number = begin(100);
        awaitState(number, "sent");
        answer(number, List.of(anew(articles.get(1))));
        awaitVersion(number, NEW, 1);

        // When
        given().delete("/api/articles/" + id(run + 0)).then().statusCode(204);
        given().delete("/api/articles/" + id(run + 1)).then().statusCode(204);
        answer(number, List.of(anew(articles.get(0))));
        EnrichedArticle other = article(7);
        try (Topic topic = new Topic()) {
            topic.send(other);
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(found("")).hasSize(1));
        answer(number, List.of(anew(other)));
        awaitVersion(number, NEW, 1);
        post(number, "switch").statusCode(200);
        awaitState(number, "switched");

        // Then
        assertThat(look(number).getList("versions")).hasSize(1);
        assertThat(look(number).getLong("switched")).isEqualTo(1);
        given().get("/api/articles/" + id(run + 0)).then().statusCode(410);
        assertThat(found("&entity=org:parliament")).containsExactly(id(run + 7));
    }

    @Test
    void waitsWhilePausedAndGoesOnAtAnotherRate() {
        // Given
        stored(3);
        long number = begin(1);
        post(number, "pause").statusCode(200).body("paused", equalTo(true));
        long sent = look(number).getLong("sent");

        // When
        post(number, "resume?rate=50").statusCode(200).body("rate", equalTo(50));
        awaitState(number, "sent");

        // Then
        assertThat(sent).isLessThan(3);
        assertThat(look(number).getLong("sent")).isEqualTo(3);
        post(number, "stop").statusCode(200).body("state", equalTo("stopped"));
        post(number, "switch-back").statusCode(409);
        post(number, "resume?rate=1001").statusCode(400);
        given().get("/api/reprocessings/999999999/report").then().statusCode(404);
    }

    @Test
    void doesNotWaitForAnInstanceThatHoldsItAndChangesNothing() throws SQLException {
        // Given: an instance is at it, and Kafka does not answer
        stored(1);
        long number = begin(1);
        awaitState(number, "sent");
        try (Connection other = dataSource.getConnection();
                Statement hold = other.createStatement()) {
            other.setAutoCommit(false);
            hold.execute("SELECT FROM reprocessings WHERE id = " + number + " FOR UPDATE");

            // When, then
            post(number, "pause").statusCode(503).body("code", equalTo("store-unavailable"));
            other.rollback();
            other.setAutoCommit(true);
        }
        assertThat(look(number).getBoolean("paused")).isFalse();
        post(number, "pause").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"rate\": 0}",
                "{\"rate\": 1001}",
                "{\"query\": \"nosuch=1\"}",
                "{\"query\": \"sort=newest\"}",
                "{\"speed\": 3}",
                "[]",
                "{\"query\": \"%s\"}"
            })
    void refusesWhatItDoesNotUnderstand(String body) {
        given().contentType("application/json")
                .body(body.replace("%s", "q=" + "x".repeat(3_999)))
                .post("/api/reprocessings")
                .then()
                .statusCode(400);
    }
}
