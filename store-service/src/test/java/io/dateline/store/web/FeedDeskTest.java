package io.dateline.store.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.status.FeedStatus;
import io.dateline.contracts.topic.Topics;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
@WithTestResource(FakeIngest.class)
class FeedDeskTest {
    private static final String FEED = """
            {"id": "feed-7", "name": "Seven <Daily>", "url": "https://seven.example/rss?a=1&b=2", "source": "seven-daily",
             "interval": "PT5M", "paused": false, "fullText": "never", "state": "silent", "since": "2026-11-20T05:00:00Z",
             "reason": "no-new-items", "detail": "Nothing new for <long>.", "lastPolledAt": "2026-11-23T05:00:00Z",
             "createdAt": "2026-10-01T05:00:00Z", "tags": ["a <tag>"]}""";
    private static final String HISTORY = """
            {"polls": [
              {"at": "2026-11-23T05:00:00Z", "outcome": "http-500", "status": 500, "items": 0, "fresh": 0, "bytes": 0,
               "durationMs": 12},
              {"at": "2026-11-22T05:00:00Z", "outcome": "not-modified", "status": 304, "items": 0, "fresh": 0, "bytes": 0,
               "durationMs": 35}],
             "days": [{"day": "2026-11-22", "items": {"accepted": 1200, "rejected:no-title": 3}}]}""";
    private static final String NO_SUCH_FEED = """
            {"type": "urn:dateline:problem:not-found", "title": "There is nothing here", "status": 404,
             "detail": "There is no such feed.", "code": "not-found"}""";

    @BeforeEach
    void ingestIsThere() {
        FakeIngest.forget();
        FakeIngest.answer("GET /api/feeds?limit=1", 200, "{\"items\": []}");
        FakeIngest.answer("GET /api/feeds/feed-7", 200, FEED);
        FakeIngest.answer("GET /api/feeds/feed-7/history?limit=50", 200, HISTORY);
    }

    private static RequestSpecification form() {
        return given().redirects().follow(false).accept("text/html").contentType("application/x-www-form-urlencoded");
    }

    private static void tell(String id, String name) {
        Instant now = Instant.now();
        FeedStatus feed = new FeedStatus(
                id,
                name,
                "https://" + id + ".example/rss",
                FeedStatus.State.FAILING,
                now.minus(Duration.ofHours(2)),
                "http-404",
                null,
                now,
                null,
                now.plus(Duration.ofMinutes(42)),
                now);
        TestArticles.send(new ProducerRecord<>(
                Topics.FEEDS_STATUS, id.getBytes(StandardCharsets.UTF_8), MessageCodec.encode(feed)));
    }

    private static Document list(String query, String id) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(Site.page("/feeds?" + query).select("tbody a[href=/feeds/" + id + "]"))
                        .hasSize(1));
        return Site.page("/feeds?" + query);
    }

    @Test
    void findsFeedsByTextAndOffersWhatCanBeDone() {
        // Given
        tell("desk-one", "Desk <One>");
        tell("desk-two", "Desk Two");

        // When
        Document page = list("q=DESK-ONE&state=failing", "desk-one");

        // Then
        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page.select("tbody").text()).contains("Desk <One>", "failing", "2 h ago", "http-404", "in 41 min");
        assertThat(page.select("#feeds-q").val()).isEqualTo("DESK-ONE");
        assertThat(page.select("input[type=checkbox][name=id]").eachAttr("value"))
                .containsExactly("desk-one");
        assertThat(page.select("form[method=post] button[name=action]").eachAttr("value"))
                .containsExactly("poll", "pause", "resume");
        assertThat(page.select("a[href=/feeds/add], a[href=/feeds/opml]")).hasSize(2);
        assertThat(page.select(".chip[aria-current]").attr("href")).isEqualTo("/feeds?q=DESK-ONE");
        assertThat(page.select("script:not([src]), style, [style]")).isEmpty();
    }

    @Test
    void looksForTextsOfTwoHundredCharactersAndNoLonger() {
        assertThat(Site.get("/feeds?q=" + "x".repeat(200)).statusCode()).isEqualTo(200);
        assertThat(Site.get("/feeds?q=" + "x".repeat(201)).statusCode()).isEqualTo(400);
    }

    @Test
    void showsTheListAndSaysSoWhileIngestIsAway() {
        // Given
        tell("desk-away", "Away Daily");
        FakeIngest.hangUp("GET /api/feeds?limit=1");

        // When
        Document page = list("q=desk-away", "desk-away");

        // Then
        assertThat(page.select("[role=alert]").text()).contains("cannot be changed right now", "does not answer");
        assertThat(page.select("form[method=post], input[type=checkbox]")).isEmpty();
    }

    @Test
    void showsAFeedWithItsPollsAndNewestArticles() {
        // Given
        TestArticles.publish(TestArticles.raw("From the seventh <feed>")
                .source(new Source("seven-daily", "Seven", Source.Kind.FEED))
                .build());
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(Site.page("/feeds/feed-7").select(".brief a"))
                        .isNotEmpty());

        // When
        Document page = Site.page("/feeds/feed-7");

        // Then
        assertThat(page.select("h1").text()).isEqualTo("Seven <Daily>");
        assertThat(page.select(".feed-head").text())
                .contains("silent since", "no-new-items", "Nothing new for <long>.");
        assertThat(page.select(".feed-head a[rel]").attr("href")).isEqualTo("https://seven.example/rss?a=1&b=2");
        assertThat(page.select(".facts").text()).contains("seven-daily", "5 min", "a <tag>");
        assertThat(page.select(".facts div:contains(Last success) time").attr("datetime"))
                .isEqualTo("2026-11-22T05:00:00Z");
        assertThat(page.select("#h-polls ~ .tablewrap tbody tr").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).contains("http-500", "500", "12 ms"),
                        second -> assertThat(second).contains("not-modified", "304", "35 ms"));
        assertThat(page.select("#h-days ~ .tablewrap tbody").text()).contains("1,200 accepted", "3 rejected: no-title");
        assertThat(page.select(".brief a").text()).isEqualTo("From the seventh <feed>");
        assertThat(page.select("a[href=/search?source=seven-daily]")).hasSize(2);
        assertThat(page.select("form[method=post]").eachAttr("action"))
                .containsExactly("/feeds/feed-7/poll", "/feeds/feed-7/pause", "/feeds/feed-7/delete");
        assertThat(page.select("script:not([src]), style, [style]")).isEmpty();
    }

    @Test
    void anAddressThatIsNoWebAddressIsNoLink() {
        // Given
        FakeIngest.answer(
                "GET /api/feeds/feed-7", 200, FEED.replace("https://seven.example/rss?a=1&b=2", "javascript:x"));

        // Then
        assertThat(Site.page("/feeds/feed-7").select("a[href^=javascript]")).isEmpty();
    }

    @Test
    void anUnknownFeedIsNotFound() {
        // Given
        FakeIngest.answer("GET /api/feeds/nosuch", 404, NO_SUCH_FEED);
        FakeIngest.answer("POST /api/feeds/nosuch/poll", 404, NO_SUCH_FEED);

        // When
        Document page = Site.pageOfStatus(404, "/feeds/nosuch");
        Response poll = form().post("/feeds/nosuch/poll");

        // Then
        assertThat(page.select("h1").text()).isEqualTo("There is nothing at this address");
        assertThat(poll.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(poll.asString()).text()).contains("There is no such feed.");
        assertThat(Site.get("/feeds/..%2f..%2fx").statusCode()).isIn(400, 404);
        assertThat(form().post("/feeds/feed-7/explode").statusCode()).isEqualTo(404);
    }

    @Test
    void aFeedIsToldByTheStatusTopicWhileIngestIsAway() {
        // Given
        tell("desk-lone", "Lone Daily");
        list("q=desk-lone", "desk-lone");
        FakeIngest.hangUp("GET /api/feeds/desk-lone");
        FakeIngest.hangUp("GET /api/feeds/never-heard-of");

        // When
        Document page = Site.page("/feeds/desk-lone");

        // Then
        assertThat(page.select("h1").text()).isEqualTo("Lone Daily");
        assertThat(page.select("[role=alert]").text()).contains("does not answer");
        assertThat(page.select("form[method=post]")).isEmpty();
        assertThat(Site.get("/feeds/never-heard-of").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "pause, PUT, /api/feeds/feed-7, {\"paused\":true}, /feeds/feed-7?done=pause",
        "resume, PUT, /api/feeds/feed-7, {\"paused\":false}, /feeds/feed-7?done=resume",
        "poll, POST, /api/feeds/feed-7/poll, '', /feeds/feed-7?done=poll",
        "delete, DELETE, /api/feeds/feed-7, '', /feeds?done=delete"
    })
    void doesWhatItsButtonsSay(String action, String method, String path, String body, String next) {
        // Given
        FakeIngest.answer(
                method + " " + path, method.equals("DELETE") ? 204 : 200, method.equals("DELETE") ? "" : FEED);

        // When
        Response response = form().header("X-Api-Key", "dl_key").post("/feeds/feed-7/" + action);

        // Then
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.header("Location")).endsWith(next);
        assertThat(FakeIngest.asked()).containsExactly(new FakeIngest.Asked(method, path, body, null, "dl_key"));
        assertThat(Site.page(next).select(".said").text()).isNotBlank();
    }

    @Test
    void anotherSitesFormIsRefusedBeforeIngestHears() {
        // When
        Response site = form().header("Sec-Fetch-Site", "cross-site").post("/feeds/feed-7/delete");
        Response origin = form().header("Origin", "https://evil.example").post("/feeds/add");

        // Then
        assertThat(site.statusCode()).isEqualTo(403);
        assertThat(origin.statusCode()).isEqualTo(403);
        assertThat(FakeIngest.asked()).isEmpty();
    }

    /** Forms of a page that says no-referrer come with the origin null where browsers send no Sec-Fetch-Site. */
    @ParameterizedTest
    @ValueSource(strings = {"/feeds", "/feeds/feed-7", "/feeds/add"})
    void pagesWithFormsTellTheirOwnOriginAndNobodyElse(String path) {
        assertThat(Site.page(path).select("head meta[name=referrer]").attr("content"))
                .isEqualTo("same-origin");
    }

    @Test
    void doesTheSameToTheMarked() {
        // Given
        FakeIngest.answer("POST /api/feeds/bulk", 200, "{\"matched\": 2, \"changed\": 1, \"unchanged\": 1}");

        // When
        Response response = form().formParam("id", "f1", "f2")
                .formParam("action", "pause")
                .formParam("q", "a b")
                .formParam("state", "failing")
                .post("/feeds/bulk");

        // Then
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.header("Location")).endsWith("/feeds?q=a+b&state=failing&done=pause&changed=1");
        assertThat(FakeIngest.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.body())
                        .contains("\"action\":\"pause\"")
                        .contains("\"ids\":[\"f1\",\"f2\"]"));
        assertThat(Site.page("/feeds?done=pause&changed=1").select(".said").text())
                .isEqualTo("1 feed paused.");
    }

    @Test
    void marksAtMostAPageOfFeeds() {
        // Given
        FakeIngest.answer("POST /api/feeds/bulk", 200, "{\"changed\": 0}");
        List<String> most = Collections.nCopies(FeedsView.SHOWN, "feed-00000000000000000000");
        List<String> more = Collections.nCopies(FeedsView.SHOWN + 1, "feed-00000000000000000000");

        // Then
        assertThat(form().formParam("id", most)
                        .formParam("action", "poll")
                        .post("/feeds/bulk")
                        .statusCode())
                .isEqualTo(303);
        assertThat(form().formParam("id", more)
                        .formParam("action", "poll")
                        .post("/feeds/bulk")
                        .statusCode())
                .isEqualTo(400);
        assertThat(form().formParam("action", "poll").post("/feeds/bulk").statusCode())
                .isEqualTo(400);
        assertThat(form().formParam("id", "f1")
                        .formParam("action", "delete")
                        .post("/feeds/bulk")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void showsWhatAnAddressWouldBring() {
        // Given
        FakeIngest.answer("POST /api/feeds/discover", 200, """
                {"feeds": [{"url": "https://s.example/a?x=1&y=2", "title": "S <All>", "format": "rss", "items": 20},
                           {"url": "https://s.example/b", "format": "atom", "items": 3}],
                 "failed": [{"url": "https://s.example/c", "code": "http-404", "detail": "The server answers 404."}],
                 "announced": true}""");
        FakeIngest.answer("POST /api/preview", 200, """
                {"format": "rss", "items": [{"outcome": "accepted", "title": "First <item>", "language": "ar",
                 "publishedAt": "2026-11-23T05:00:00Z"}, {"outcome": "unchanged", "title": "Second"}],
                 "faults": [{"at": 3, "code": "no-title", "detail": "The item has no <title>."}]}""");

        // When
        Document page = Site.page("/feeds/add?url=https%3A%2F%2Fs.example%2F");

        // Then
        assertThat(FakeIngest.asked())
                .extracting(FakeIngest.Asked::body)
                .containsExactly("{\"url\":\"https://s.example/\"}", "{\"url\":\"https://s.example/a?x=1&y=2\"}");
        assertThat(page.select(".finds b").eachText()).containsExactly("S <All>", "https://s.example/b");
        assertThat(page.select(".finds input[name=url]").eachAttr("value"))
                .containsExactly("https://s.example/a?x=1&y=2", "https://s.example/b");
        assertThat(page.select(".finds a").attr("href")).isEqualTo("/feeds/add?url=https%3A%2F%2Fs.example%2Fb");
        assertThat(page.select("#h-sample ~ ul li").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).contains("First <item>", "23 Nov 2026, 05:00 UTC"),
                        second -> assertThat(second).contains("Second", "undated", "here already"),
                        fault -> assertThat(fault).contains("item 3", "The item has no <title>."));
        assertThat(page.select("#h-sample ~ ul [dir=rtl]")).hasSize(1);
        assertThat(page.select("#h-failed ~ ul").text()).contains("https://s.example/c", "The server answers 404.");
    }

    @Test
    void saysWhyAnAddressCannotBeLookedAt() {
        // Given
        FakeIngest.answer("POST /api/feeds/discover", 422, """
                {"type": "urn:x", "title": "The address may not be fetched", "status": 422,
                 "detail": "10.0.0.1 is a <private> address.", "code": "address-not-allowed"}""");

        // When
        Document page = Site.page("/feeds/add?url=http%3A%2F%2F10.0.0.1%2F");

        // Then
        assertThat(page.select("[role=alert]").text())
                .contains("The address may not be fetched", "10.0.0.1 is a <private> address.", "address-not-allowed");
        assertThat(page.select("#feed-url").val()).isEqualTo("http://10.0.0.1/");
    }

    @Test
    void anotherSitesLinkMakesNobodyFetch() {
        // When
        String page = given().accept("text/html")
                .header("Sec-Fetch-Site", "cross-site")
                .get("/feeds/add?url=https://s.example/")
                .asString();

        // Then
        assertThat(Jsoup.parse(page).select("#feed-url").val()).isEqualTo("https://s.example/");
        assertThat(Jsoup.parse(page).text()).contains("nothing was fetched");
        assertThat(FakeIngest.asked()).isEmpty();
    }

    @Test
    void looksAtAddressesAsLongAsAnArticlesAndNoLonger() {
        // Given
        FakeIngest.answer("POST /api/feeds/discover", 200, "{\"feeds\": [], \"failed\": [], \"announced\": false}");
        String start = "https://s.example/";

        // When
        Document most = Site.page("/feeds/add?url=" + start + "x".repeat(ArticleLimits.URL - start.length()));
        int more = Site.get("/feeds/add?url=" + start + "x".repeat(ArticleLimits.URL - start.length() + 1))
                .statusCode();

        // Then
        assertThat(most.text()).contains("No feed was found there");
        assertThat(more).isEqualTo(400);
    }

    @Test
    void addsAFeedAndShowsIt() {
        // Given
        FakeIngest.answer("POST /api/feeds", 201, FEED);

        // When
        Response response = form().header("Authorization", "Bearer dl_key")
                .formParam("url", " https://seven.example/rss ")
                .formParam("name", "Seven")
                .formParam("interval", "")
                .formParam("tags", "one, two,")
                .post("/feeds/add");

        // Then
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.header("Location")).endsWith("/feeds/feed-7?done=add");
        assertThat(FakeIngest.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.authorization()).isEqualTo("Bearer dl_key");
            assertThat(asked.body())
                    .contains("\"url\":\"https://seven.example/rss\"", "\"name\":\"Seven\"", "[\"one\",\"two\"]")
                    .doesNotContain("interval", "fullText");
        });
    }

    @Test
    void tellsWhatIngestRefusesInItsWords() {
        // Given
        FakeIngest.answer("POST /api/feeds", 409, """
                {"type": "urn:x", "title": "A feed with this address exists", "status": 409,
                 "detail": "It is <polled> already.", "code": "feed-exists",
                 "errors": [{"where": "url", "detail": "is taken"}]}""");

        // When
        Response response = form().formParam("url", "https://seven.example/rss").post("/feeds/add");
        Document page = Jsoup.parse(response.asString());

        // Then
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.contentType()).startsWith("text/html");
        assertThat(page.select("h1").text()).isEqualTo("A feed with this address exists");
        assertThat(page.select(".problem").text()).contains("It is <polled> already.", "feed-exists", "url: is taken");
    }

    @Test
    void handsTheListOfFeedsOn() {
        // Given
        FakeIngest.answer("GET /api/feeds/opml", 200, "<opml version=\"2.0\"/>");

        // When
        Response response = given().accept("text/html,*/*;q=0.8").get("/feeds/opml");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("text/x-opml");
        assertThat(response.header("Content-Disposition")).contains("dateline-feeds.opml");
        assertThat(response.asString()).isEqualTo("<opml version=\"2.0\"/>");
    }
}
