package io.dateline.store.api;

import static io.dateline.store.testing.Stories.FETCHED;
import static io.dateline.store.testing.Stories.canceled;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.dateline.contracts.article.Media;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.testing.Topic;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
class FeedExportApiTest {
    private final StoredStories stories = new StoredStories();

    @TestHTTPResource
    URI base;

    private String path(String file, String parameters) {
        return "/api/export/articles." + file + "?source=" + stories.source().id() + parameters;
    }

    /** Read by a strict parser first: jsoup would forgive. */
    private static Document xml(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/atom+xml");
        answer.xmlPath().getString("feed.id");
        return Jsoup.parse(answer.asString(), "", Parser.xmlParser());
    }

    private String uri(int i) {
        String hex = stories.articleId(i).substring(4);
        return "urn:uuid:"
                + String.join(
                        "-",
                        hex.substring(0, 8),
                        hex.substring(8, 12),
                        hex.substring(12, 16),
                        hex.substring(16, 20),
                        hex.substring(20));
    }

    private List<String> uris(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::uri).toList();
    }

    private EnrichedArticle rich() {
        return story(
                stories.key(0),
                1,
                article -> article.source(stories.source())
                        .title("Tea & <b>talks</b> \u0001\uFFFF \uD83D\uDCF0")
                        .summary("In short.")
                        .authors(List.of("A. Writer", "B. Writer"))
                        .categories(List.of("World & more"))
                        .media(List.of(
                                new Media("https://news.example/p.jpg", "image/jpeg", "The envoy"),
                                new Media("https://news.example/unknown", null, null))));
    }

    @Test
    void writesAtom() {
        // Given
        StoredStories.send(rich());

        // When
        Document feed = xml(given().get(path("atom", "")));

        // Then
        String self = base.resolve(path("atom", "")).toString();
        assertThat(feed.select("feed > id").text()).isEqualTo(self);
        assertThat(feed.select("feed > title").text())
                .isEqualTo("Dateline: source " + stories.source().id());
        assertThat(feed.select("feed > link[rel=self]").attr("href")).isEqualTo(self);
        assertThat(feed.select("feed > link[rel=next]")).isEmpty();
        Element entry = feed.select("entry").first();
        assertThat(entry.select("> id").text()).isEqualTo(uri(0));
        assertThat(entry.select("> title").text()).isEqualTo("Tea & <b>talks</b> \uD83D\uDCF0");
        assertThat(entry.attr("xml:lang")).isEqualTo("en");
        assertThat(entry.select("> published").text()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(entry.select("> updated").text())
                .isEqualTo(feed.select("feed > updated").text())
                .isEqualTo(given().get("/api/articles/" + stories.articleId(0))
                        .jsonPath()
                        .getString("stored.storedAt"));
        assertThat(entry.select("> author > name").eachText()).containsExactly("A. Writer", "B. Writer");
        assertThat(entry.select("> link[rel=alternate]").attr("href"))
                .isEqualTo("https://news.example/" + stories.key(0));
        assertThat(entry.select("> link[rel=related]").attr("href"))
                .isEqualTo(base.resolve("/api/articles/" + stories.articleId(0)).toString());
        assertThat(entry.select("> category").eachAttr("term")).containsExactly("20000639", "World & more");
        assertThat(entry.select("> source > title").text())
                .isEqualTo(stories.source().name());
        assertThat(entry.select("> summary").text()).isEqualTo("In short.");
        assertThat(entry.select("> content")).isEmpty();
        assertThat(xml(given().get(path("atom", "&content=full")))
                        .select("entry > content")
                        .text())
                .startsWith("BAKU, Nov 20 - Sahiba Gafarova");
    }

    @Test
    void writesJsonFeed() {
        // Given
        StoredStories.send(rich());

        // When
        Response answer = given().get(path("feed.json", ""));
        JsonPath feed = answer.jsonPath();

        // Then
        assertThat(answer.contentType()).startsWith("application/feed+json");
        assertThat(feed.getString("version")).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.getString("feed_url"))
                .isEqualTo(base.resolve(path("feed.json", "")).toString());
        assertThat(feed.getString("home_page_url")).isEqualTo(base.resolve("/").toString());
        assertThat(feed.getString("next_url")).isNull();
        assertThat(feed.getString("items[0].id")).isEqualTo(uri(0));
        assertThat(feed.getString("items[0].url")).isEqualTo("https://news.example/" + stories.key(0));
        assertThat(feed.getString("items[0].content_text")).isEqualTo("In short.");
        assertThat(feed.getString("items[0].date_published")).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(feed.getList("items[0].authors.name")).containsExactly("A. Writer", "B. Writer");
        assertThat(feed.getList("items[0].tags")).containsExactly("diplomacy", "World & more");
        assertThat(feed.getString("items[0].language")).isEqualTo("en");
        assertThat(feed.getList("items[0].attachments.url")).containsExactly("https://news.example/p.jpg");
        assertThat(feed.getString("items[0]._dateline.article")).isEqualTo(stories.articleId(0));
        JsonPath full = given().get(path("feed.json", "&content=full")).jsonPath();
        assertThat(full.getString("items[0].summary")).isEqualTo("In short.");
        assertThat(full.getString("items[0].content_text")).startsWith("BAKU, Nov 20 - Sahiba Gafarova");
    }

    @Test
    void leadsFromPageToPage() {
        // Given
        stories.send(0, 5);
        List<String> atom = new ArrayList<>();
        List<String> json = new ArrayList<>();

        // When
        Document page = xml(given().get(path("atom", "&limit=2")));
        atom.addAll(page.select("entry > id").eachText());
        while (!page.select("feed > link[rel=next]").isEmpty()) {
            String next = page.select("feed > link[rel=next]").attr("href");
            page = xml(given().urlEncodingEnabled(false).get(next));
            atom.addAll(page.select("entry > id").eachText());
            assertThat(page.select("feed > link[rel=self]").attr("href")).isEqualTo(next);
            assertThat(page.select("feed > id").text())
                    .isEqualTo(base.resolve(path("atom", "&limit=2")).toString());
        }
        String next = base.resolve(path("feed.json", "&limit=2")).toString();
        while (next != null) {
            JsonPath answer = given().urlEncodingEnabled(false).get(next).jsonPath();
            json.addAll(answer.getList("items.id"));
            next = answer.getString("next_url");
        }

        // Then
        assertThat(atom).containsExactlyElementsOf(uris(0, 5));
        assertThat(json).containsExactlyElementsOf(uris(0, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "feed.json"})
    void answersThatNothingChangedUntilSomethingDoes(String file) {
        // Given
        stories.send(0, 2);
        Response first = given().get(path(file, ""));
        String tag = first.header("ETag");
        assertThat(tag).startsWith("\"");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");

        // Then
        given().header("If-None-Match", tag)
                .get(path(file, ""))
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .body(equalTo(""));
        given().header("If-None-Match", "\"other\"").get(path(file, "")).then().statusCode(200);
        assertThat(given().get(path(file, "&content=full")).header("ETag")).isNotEqualTo(tag);
        assertThat(given().get(path(file, "&limit=1")).header("ETag")).isNotEqualTo(tag);

        // When: withdrawn
        EnrichedArticle kill = canceled(stories.key(1), 2);
        try (Topic topic = new Topic()) {
            topic.send(kill);
        }
        StoredStories.awaitStatus(kill, 410);

        // Then
        given().header("If-None-Match", tag).get(path(file, "")).then().statusCode(200);

        // When: corrected
        String after = given().get(path(file, "")).header("ETag");
        StoredStories.send(story(
                stories.key(0), 2, article -> article.source(stories.source()).publishedAt(FETCHED)));

        // Then
        given().header("If-None-Match", after).get(path(file, "")).then().statusCode(200);
    }

    @Test
    void namesThisStoreAsItsClientsDoAndTrustsNoProxy() {
        // Given
        StoredStories.send(story(
                stories.key(0), 1, article -> article.source(stories.source()).url(null)));

        // When
        Document feed = xml(given().header("Host", "dateline.localhost:8443")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "host=evil.example;proto=https")
                .get(path("atom", "")));

        // Then
        assertThat(feed.select("feed > link[rel=self]").attr("href"))
                .isEqualTo("http://dateline.localhost:8443" + path("atom", ""));
        assertThat(feed.select("entry > link[rel=alternate]").attr("href"))
                .isEqualTo("http://dateline.localhost:8443/articles/" + stories.articleId(0));
        assertThat(feed.outerHtml()).doesNotContain("evil.example");
    }

    @Test
    void isAFeedWithoutEntriesToo() {
        Document feed = xml(given().get(path("atom", "&q=nowhere<%26>tobefound")));
        assertThat(feed.select("entry")).isEmpty();
        assertThat(feed.select("feed > updated").text()).isEqualTo("1970-01-01T00:00:00Z");
        given().get(path("feed.json", "")).then().statusCode(200).body("items.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=101, limit",
        "content=half, content",
        "content=full&content=summary, content",
        "max=1, max",
        "sort=newest, sort",
        "facets=true, facets",
        "highlight=true&q=x, highlight",
        "sourc=x, sourc",
    })
    void refusesParametersThatAreWrong(String parameters, String where) {
        for (String file : List.of("atom", "feed.json")) {
            given().urlEncodingEnabled(false)
                    .get("/api/export/articles." + file + "?" + parameters)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo("invalid-parameter"))
                    .body("errors.where", hasItem(where));
        }
        given().get(path("atom", "&limit=100")).then().statusCode(200);
        given().get(path("atom", "&cursor=AAAA")).then().statusCode(400).body("code", equalTo("invalid-cursor"));
    }
}
