package io.dateline.ingest.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.status.FeedStatus;
import io.dateline.contracts.topic.Topics;
import io.dateline.ingest.support.FeedServer;
import io.dateline.ingest.support.FeedServerResource;
import io.dateline.ingest.support.TopicReader;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
@WithTestResource(FeedServerResource.class)
class FeedTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final FeedServer server = FeedServerResource.server();
    private String path;

    @BeforeEach
    void path() {
        path = "/" + UUID.randomUUID() + ".xml";
    }

    @Test
    void publishesWhatAFeedBringsAndThenAsksConditionally() {
        // given
        server.document(path, "application/rss+xml", rss("one", "two"), "\"v1\"");

        // when
        String id = create(Map.of("url", server.url(path), "name", "Sample Feed", "interval", "1s"))
                .path("id");

        // then
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(articles(id)).extracting(RawArticle::title).containsExactlyInAnyOrder("one", "two"));
        assertThat(articles(id)).allSatisfy(article -> {
            assertThat(article.source().id()).isEqualTo("sample-feed");
            assertThat(article.id()).startsWith("url-");
        });
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(server.requests(path)).hasSizeGreaterThan(1));
        assertThat(server.requests(path).get(0).ifNoneMatch()).isNull();
        assertThat(server.requests(path).get(0).userAgent()).contains("+https://dateline.example/about");
        assertThat(server.requests(path).get(1).ifNoneMatch()).isEqualTo("\"v1\"");
        await().atMost(SOON).untilAsserted(() -> assertThat(status(id).state()).isEqualTo(FeedStatus.State.OK));
        assertThat(articles(id)).hasSize(2);
    }

    @Test
    void publishesANewRevisionWhenAnItemChanges() {
        // given
        server.document(path, "application/rss+xml", rss("first words"), "\"v1\"");
        String id = create(Map.of("url", server.url(path), "interval", "1s")).path("id");
        await().atMost(SOON).untilAsserted(() -> assertThat(articles(id)).hasSize(1));

        // when
        server.document(path, "application/rss+xml", rss("first words").replace("first", "other"), "\"v2\"");

        // then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(articles(id))
                        .extracting(RawArticle::revision)
                        .containsExactly(1, 2));
        assertThat(articles(id).get(0).id()).isEqualTo(articles(id).get(1).id());
    }

    @Test
    void saysWhatIsWrongWithABrokenFeedAndStillTakesItsGoodItems() {
        // given
        String broken = rss("good one", "good two").replace("</channel></rss>", "<item><title>cut o");
        server.document(path, "application/rss+xml", broken, "\"v1\"");

        // when
        String id = create(Map.of("url", server.url(path), "interval", "1h")).path("id");

        // then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(articles(id))
                        .extracting(RawArticle::title)
                        .containsExactlyInAnyOrder("good one", "good two"));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(get(id).<String>path("state")).isEqualTo("failing");
            assertThat(get(id).<String>path("reason")).isEqualTo("malformed");
        });
    }

    @ParameterizedTest
    @CsvSource({"404,http-404", "429,http-429", "500,http-500"})
    void reportsAServerThatRefuses(int code, String reason) {
        // given
        server.on(path, exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "1");
            exchange.sendResponseHeaders(code, -1);
        });

        // when
        String id = create(Map.of("url", server.url(path), "interval", "1h")).path("id");

        // then
        await().atMost(SOON).untilAsserted(() -> {
            FeedStatus status = status(id);
            assertThat(status.state()).isEqualTo(FeedStatus.State.FAILING);
            assertThat(status.reason()).isEqualTo(reason);
            assertThat(status.since()).isNotNull();
            assertThat(status.nextPollAt()).isAfter(status.updatedAt().plusSeconds(3000));
        });
    }

    @Test
    void tellsAFeedsHistory() {
        // given
        server.document(path, "application/rss+xml", rss("one", "two"), "\"v1\"");

        // when
        String id = create(Map.of("url", server.url(path), "interval", "1s")).path("id");

        // then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(history(id, 500).<List<String>>path("polls.outcome"))
                        .hasSizeGreaterThan(1));
        Response history = history(id, 500);
        List<String> outcomes = history.path("polls.outcome");
        List<Integer> fresh = history.path("polls.fresh");
        assertThat(outcomes.get(outcomes.size() - 1)).isEqualTo("fetched");
        assertThat(outcomes.get(0)).isEqualTo("not-modified");
        assertThat(fresh.get(fresh.size() - 1)).isEqualTo(2);
        assertThat(history.<Map<String, Integer>>path("days[0].items"))
                .containsExactly(Map.entry("accepted:backlog", 2));
        assertThat(history(id, 1).<List<String>>path("polls.outcome")).hasSize(1);
        assertThat(history(id, 0).statusCode()).isEqualTo(400);
        assertThat(history(id, 501).statusCode()).isEqualTo(400);
        assertThat(history("feed-unknown", 1).statusCode()).isEqualTo(404);
    }

    private static Response history(String id, int limit) {
        return given().get("/api/feeds/" + id + "/history?limit=" + limit);
    }

    @Test
    void publishesATeaserThatWaitedInVainForItsPage() {
        // given a feed whose pages are not there
        server.document(path, "application/rss+xml", rss("one"), "\"v1\"");

        // when
        Response made = create(Map.of("url", server.url(path), "interval", "1h", "fullText", "when-short"));

        // then
        assertThat(made.<String>path("fullText")).isEqualTo("when-short");
        String id = made.path("id");
        await().atMost(SOON).untilAsserted(() -> assertThat(articles(id)).hasSize(1));
        assertThat(articles(id).get(0).flags()).containsExactly("page-unavailable");
        assertThat(server.requests("/robots.txt")).isNotEmpty();
        assertThat(server.requests(path + "/0")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"sometimes,422", "ALWAYS,201"})
    void knowsThreeWaysToGetAtFullText(String mode, int status) {
        // given a feed that wants pages in some way
        Map<String, Object> feed = Map.of("url", server.url(path), "paused", true, "fullText", mode);
        // when
        Response response = given().contentType("application/json").body(feed).post("/api/feeds");
        // then
        assertThat(response.statusCode()).isEqualTo(status);
    }

    @Test
    void reportsWhatIsNoFeed() {
        // given
        server.document(path, "text/html", "<!doctype html><html><title>Sorry</title></html>", "\"v1\"");

        // when
        String id = create(Map.of("url", server.url(path), "interval", "1h")).path("id");

        // then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get(id).<String>path("reason")).isEqualTo("not-a-feed"));
    }

    @Test
    void pausesResumesPollsNowAndDeletes() {
        // given
        server.document(path, "application/rss+xml", rss("x"), "\"v1\"");
        String id = create(Map.of("url", server.url(path), "paused", true)).path("id");
        assertThat(get(id).<String>path("state")).isEqualTo("paused");
        assertThat(server.requests(path)).isEmpty();

        // when
        change(id, Map.of("paused", false));

        // then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(server.requests(path)).hasSize(1));
        given().post("/api/feeds/" + id + "/poll").then().statusCode(202);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(server.requests(path)).hasSize(2));
        given().delete("/api/feeds/" + id).then().statusCode(204);
        given().get("/api/feeds/" + id).then().statusCode(404);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(lastStatus(id).value()).isNull());
    }

    @Test
    void refusesASecondFeedWithTheSameAddress() {
        // given
        create(Map.of("url", server.url(path), "paused", true));

        // when
        Response second = given().contentType("application/json")
                .body(Map.of("url", server.url(path)))
                .post("/api/feeds");

        // then
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.<String>path("code")).isEqualTo("feed-exists");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://news.example.org/feed,invalid-feed",
        "not an address,invalid-feed",
        "http://user:secret@news.example.org/feed,invalid-feed",
        "http://127.0.0.1:1/feed,address-not-allowed",
        "http://2130706433/feed,address-not-allowed",
        "http://[::1]/feed,address-not-allowed",
        "http://169.254.169.254/latest,address-not-allowed",
    })
    void refusesAddressesThatMayNotBeFetched(String url, String code) {
        // given a feed nobody should poll

        // when
        Response response =
                given().contentType("application/json").body(Map.of("url", url)).post("/api/feeds");

        // then
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.<String>path("code")).isEqualTo(code);
    }

    private static Response create(Map<String, Object> feed) {
        Response response = given().contentType("application/json").body(feed).post("/api/feeds");
        assertThat(response.statusCode()).isEqualTo(201);
        return response;
    }

    private static void change(String id, Map<String, Object> change) {
        given().contentType("application/json")
                .body(change)
                .put("/api/feeds/" + id)
                .then()
                .statusCode(200);
    }

    private static Response get(String id) {
        return given().get("/api/feeds/" + id);
    }

    private static List<RawArticle> articles(String feedId) {
        return TopicReader.all(Topics.RAW).stream()
                .map(TopicReader::decode)
                .filter(article -> feedId.equals(article.feedId()))
                .toList();
    }

    private static ConsumerRecord<byte[], byte[]> lastStatus(String feedId) {
        return TopicReader.all(Topics.FEEDS_STATUS).stream()
                .filter(record -> feedId.equals(new String(record.key())))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("nothing was told of " + feedId));
    }

    private static FeedStatus status(String feedId) {
        byte[] value = lastStatus(feedId).value();
        assertThat(value).isNotNull();
        try {
            return MessageCodec.json().readValue(value, FeedStatus.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String rss(String... titles) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < titles.length; i++) {
            items.append("<item><title>" + titles[i] + "</title><link>" + server.url(path + "/" + i) + "</link>"
                    + "<description>&lt;p&gt;Text of " + titles[i] + ".&lt;/p&gt;</description></item>");
        }
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>t</title>" + items + "</channel></rss>";
    }
}
