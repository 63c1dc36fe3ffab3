package io.dateline.store.api;

import static io.dateline.store.testing.Stories.FETCHED;
import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.article.Source;
import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the head of an answer: where its next page is, and by what it is known again. */
@QuarkusTest
@WithTestResource(InfraResource.class)
class AnswerHeadsTest {
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Source source = new Source("heads-" + run, "Heads " + run, Source.Kind.PUSH);

    @BeforeEach
    void store() {
        send("one", 0);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/api/stories?source=" + source.id())
                                .jsonPath()
                                .getList("items.id")
                                .size()
                        == 1);
    }

    private void send(String name, int minutesAgo) {
        try (Topic topic = new Topic()) {
            topic.send(story(
                    run + name,
                    1,
                    article -> article.source(source)
                            .publishedAt(FETCHED.minusSeconds(60L * minutesAgo))
                            .title("Envoy " + run + name)));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/api/articles/" + id(run + name)).statusCode() == 200);
    }

    private String path(String kind) {
        return "/api/" + (kind.equals("articles/") ? kind + id(run + "one") : kind + "?source=" + source.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"articles", "articles/", "events", "stories", "topics"})
    void sendsNoAnswerToWhoHasIt(String kind) {
        // Given
        Response first = given().get(path(kind));
        String tag = first.header("ETag");

        // When
        Response again = given().header("If-None-Match", tag).get(path(kind));
        Response other = given().header("If-None-Match", "\"other\"").get(path(kind));

        // Then
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        assertThat(first.contentType()).startsWith("application/json");
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asByteArray()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.asString()).isEqualTo(first.asString());
    }

    @Test
    void tagsAnotherAnswerOtherwise() {
        // Given
        String before = given().get(path("articles")).header("ETag");

        // When
        send("two", 1);
        Response after = given().header("If-None-Match", before).get(path("articles"));

        // Then
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.header("ETag")).isNotEqualTo(before);
        assertThat(given().get("/api/articles/none").header("ETag")).isNull();
    }

    @Test
    void leadsToTheNextPageInTheHead() {
        // Given
        send("two", 1);

        // When
        Response first = given().get(path("articles") + "&limit=1");
        String link = first.header("Link");
        Response next = given().urlEncodingEnabled(false).get(link.replaceAll("^<|>.*$", ""));

        // Then
        assertThat(link)
                .matches("<http://[^>]*/api/articles\\?[^>]*>; rel=\"next\"")
                .contains("source=" + source.id(), "cursor=" + first.jsonPath().getString("next"));
        assertThat(first.jsonPath().getList("items.id")).containsExactly(id(run + "one"));
        assertThat(next.jsonPath().getList("items.id")).containsExactly(id(run + "two"));
        assertThat(next.header("Link")).as("the last").isNull();
    }

    @Test
    void facetsCountWhatPublishersSay() {
        // Given
        try (Topic topic = new Topic()) {
            topic.send(story(
                    run + "filed",
                    1,
                    article -> article.source(source)
                            .byline("By Jane Doe")
                            .categories(List.of("Politics"))
                            .agency("Reuters")
                            .slugline("ENVOY-TALKS")
                            .urgency(2)
                            .url("https://news.example.org/" + run)));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/api/articles/" + id(run + "filed")).statusCode() == 200);

        // When
        Response answer = given().get(path("articles") + "&facets=true");

        // Then
        assertThat(answer.jsonPath().getList("facets.author.value")).contains("jane doe");
        assertThat(answer.jsonPath().getList("facets.category.value")).contains("politics");
        assertThat(answer.jsonPath().getList("facets.agency.value")).contains("reuters");
        assertThat(answer.jsonPath().getList("facets.slugline.value")).contains("envoy-talks");
        assertThat(answer.jsonPath().getList("facets.urgency.value")).contains("2");
        assertThat(answer.jsonPath().getList("facets.domain.value")).contains("example.org", "news.example.org");
        String narrowed =
                path("articles") + "&author=jane+doe&category=politics&agency=reuters&urgency=2&domain=example.org";
        assertThat(given().urlEncodingEnabled(false).get(narrowed).jsonPath().getList("items.id"))
                .containsExactly(id(run + "filed"));
    }
}
