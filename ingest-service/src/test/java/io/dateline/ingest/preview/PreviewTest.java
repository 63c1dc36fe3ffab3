package io.dateline.ingest.preview;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.topic.Topics;
import io.dateline.ingest.support.FeedServer;
import io.dateline.ingest.support.FeedServerResource;
import io.dateline.ingest.support.TopicReader;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
@WithTestResource(FeedServerResource.class)
class PreviewTest {
    private final FeedServer server = FeedServerResource.server();

    @Test
    void showsWhatAWireFileWouldBecomeAndPublishesNothing() throws IOException {
        // given
        byte[] story;
        try (InputStream in = getClass().getResourceAsStream("/wire/baku-2025-09-23.txt")) {
            story = in.readAllBytes();
        }

        // when
        Response response = preview("text/plain", story);

        // then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.<String>path("items[0].agency")).isEqualTo("AZERTAC");
        assertThat(response.<Boolean>path("items[0].titleDerived")).isTrue();
        assertThat(response.<String>path("items[0].id")).matches("text-[0-9a-f]{32}");
        assertThat(TopicReader.articles(Topics.RAW, response.path("items[0].id")))
                .isEmpty();
        assertThat(preview("text/plain", story).<String>path("items[0].outcome"))
                .isEqualTo("accepted");
    }

    @ParameterizedTest
    @CsvSource({
        "nitf-story.xml, application/xml, nitf, pub-[0-9a-f]{32}",
        "newsml-story.xml, application/xml, newsml-g2, pub-[0-9a-f]{32}",
        "ninjs-2.json, application/json, ninjs, pub-[0-9a-f]{32}",
        "anpa-story.anpa, text/plain, anpa1312, text-[0-9a-f]{32}",
        "iptc7901-story.iptc, application/octet-stream, iptc7901, text-[0-9a-f]{32}",
        "text-slug-headline.txt, text/plain, wire-text, text-[0-9a-f]{32}",
    })
    void showsEveryWireFormat(String file, String type, String format, String id) throws IOException {
        // given
        byte[] story;
        try (InputStream in = getClass().getResourceAsStream("/wire/" + file)) {
            story = in.readAllBytes();
        }

        // when
        Response response = preview(type, story);

        // then
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.<String>path("format")).isEqualTo(format);
        assertThat(response.<String>path("items[0].id")).matches(id);
        assertThat(response.<String>path("items[0].source.kind")).isEqualTo("wire");
        assertThat(response.<String>path("items[0].outcome")).isEqualTo("accepted");
    }

    @Test
    void givesTheIdThatPublishingGives() {
        // given
        byte[] json = ("{\"title\": \"Same\", \"body\": \"" + UUID.randomUUID() + "\"}").getBytes(UTF_8);

        // when
        String previewed = preview("application/json", json).path("items[0].id");

        // then
        String published = given().contentType("application/json")
                .body(json)
                .post("/api/articles")
                .path("id");
        assertThat(previewed).isEqualTo(published);
    }

    @Test
    void fetchesAnAddressWhenAskedTo() {
        // given
        String path = "/" + UUID.randomUUID();
        server.document(path, "text/xml", "<rss><channel><item><title>there</title></item></channel></rss>", "\"1\"");

        // when
        Response response = given().contentType("application/json")
                .body(Map.of("url", server.url(path)))
                .post("/api/preview");

        // then
        assertThat(response.<List<String>>path("items.title")).containsExactly("there");
    }

    @Test
    void saysThatAServerAnswers304ToAPlainRequest() {
        // given
        String path = "/" + UUID.randomUUID();
        server.on(path, exchange -> exchange.sendResponseHeaders(304, -1));

        // when
        Response response = given().contentType("application/json")
                .body(Map.of("url", server.url(path)))
                .post("/api/preview");

        // then
        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.<String>path("code")).isEqualTo("fetch-failed");
    }

    @Test
    void showsTheArticleThatAPageHolds() throws IOException {
        // given
        byte[] page;
        try (InputStream in = getClass().getResourceAsStream("/page/bridge.html")) {
            page = in.readAllBytes();
        }

        // when
        Response response = given().contentType("text/html")
                .queryParam("url", "https://www.harbourpost.example/news/old-bridge-reopens?utm_source=front")
                .body(page)
                .post("/api/preview");

        // then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.<String>path("format")).isEqualTo("html-page");
        assertThat(response.<List<String>>path("items.title")).containsExactly("Old bridge reopens after nine months");
        assertThat(response.<String>path("items[0].id")).startsWith("url-");
        assertThat(response.<String>path("items[0].body"))
                .startsWith("HARBOUR CITY")
                .endsWith("the week.");
        assertThat(response.<String>path("items[0].source.name")).isEqualTo("The Harbour Post");
    }

    @Test
    void showsTheArticleOfAPageItFetches() throws IOException {
        // given
        String path = "/" + UUID.randomUUID();
        String story = "The harbour master, who has held the office since 2009, will leave in May, he said.";
        server.document(path, "text/html", "<h1>Master leaves</h1><p>" + story + "</p>", "\"1\"");

        // when
        Response response = given().contentType("application/json")
                .body(Map.of("url", server.url(path)))
                .post("/api/preview");

        // then
        assertThat(response.<List<String>>path("items.title")).containsExactly("Master leaves");
        assertThat(response.<List<String>>path("items.body")).containsExactly(story);
        assertThat(response.<List<String>>path("items.url")).containsExactly(server.url(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "ftp://news.example.org/x", "javascript:alert(1)", "http://[oops"})
    void refusesAnAddressThatIsNone(String url) {
        // given nothing
        // when
        Response response = given().contentType("text/html")
                .queryParam("url", url)
                .body("<p>x")
                .post("/api/preview");

        // then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.<String>path("code")).isEqualTo("invalid-parameter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/pdf|%PDF-1.4|415|unsupported-media-type",
                "text/html|<!doctype html><p>x|422|malformed-document",
                "application/xml|<a><b></a>|422|malformed-document",
                "application/json|{\"url\": |400|malformed-json",
                "application/json|{\"url\": \"http://127.0.0.1:1/\"}|422|address-not-allowed",
                "application/json|{\"body\": \"no title\"}|422|invalid-article",
            })
    void answersWhatItCannotReadWithAProblem(String type, String body, int status, String code) {
        // given nothing
        // when
        Response response = preview(type, body.getBytes(UTF_8));

        // then
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.<String>path("code")).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "ready", "started"})
    void isHealthyOnTheManagementPort(String check) {
        // given
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);

        // when
        Response response = given().port(port > 0 ? port : managementPort()).get("/q/health/" + check);

        // then
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    }

    @Test
    void describesItsApi() {
        // given nothing
        // when
        String description =
                given().accept("application/json").get("/q/openapi").asString();

        // then
        assertThat(description).contains("/api/articles", "/api/feeds/{id}/poll", "/api/preview", "broker-unavailable");
        assertThat(given().get("/q/swagger-ui/").statusCode()).isEqualTo(200);
    }

    private static int managementPort() {
        return ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
    }

    private static Response preview(String type, byte[] body) {
        return given().contentType(type).body(body).post("/api/preview");
    }
}
