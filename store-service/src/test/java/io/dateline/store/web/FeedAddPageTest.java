package io.dateline.store.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.ArticleLimits;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfraResource.class)
@WithTestResource(FakeIngest.class)
class FeedAddPageTest {
    @BeforeEach
    void ingestIsThere() {
        SeventhFeed.isThere();
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
    void leadsToTheFeedThatIsPolledAlready() {
        // Given
        SeventhFeed.tell("add-known", "Known Daily");
        SeventhFeed.list("q=add-known", "add-known");
        FakeIngest.answer("POST /api/feeds/discover", 200, """
                {"feeds": [{"url": "https://add-known.example/rss", "title": "Known", "format": "rss", "items": 20},
                           {"url": "https://add-known.example/other", "title": "Other", "format": "rss", "items": 1}],
                 "failed": [], "announced": true}""");
        FakeIngest.answer("POST /api/preview", 200, "{\"format\": \"rss\", \"items\": [], \"faults\": []}");
        FakeIngest.answer("POST /api/feeds", 409, """
                {"type": "urn:x", "title": "A feed with this address exists", "status": 409,
                 "detail": "It is polled already.", "code": "feed-exists"}""");

        // When
        Document look = Site.page("/feeds/add?url=https%3A%2F%2Fadd-known.example%2F");
        Response added = SeventhFeed.form()
                .formParam("url", "https://add-known.example/rss")
                .post("/feeds/add");

        // Then
        assertThat(look.select(".finds input[name=url]").eachAttr("value"))
                .containsExactly("https://add-known.example/other");
        assertThat(look.select(".finds li").first().text()).contains("Polled already");
        assertThat(look.select(".finds a[href=/feeds/add-known]")).hasSize(1);
        assertThat(look.select("form[data-busy] button").eachText()).containsExactly("Look", "Add this feed");
        assertThat(added.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(added.asString()).select(".problem a[href=/feeds/add-known]"))
                .hasSize(1);
    }

    @Test
    void addsAFeedAndShowsIt() {
        // Given
        FakeIngest.answer("POST /api/feeds", 201, SeventhFeed.FEED);

        // When
        Response response = SeventhFeed.form()
                .header("Authorization", "Bearer dl_key")
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
        Response response =
                SeventhFeed.form().formParam("url", "https://seven.example/rss").post("/feeds/add");
        Document page = Jsoup.parse(response.asString());

        // Then
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.contentType()).startsWith("text/html");
        assertThat(page.select("h1").text()).isEqualTo("A feed with this address exists");
        assertThat(page.select(".problem").text()).contains("It is <polled> already.", "feed-exists", "url: is taken");
        assertThat(page.select(".problem a").eachAttr("href")).containsExactly("/feeds", "/feeds/add");
    }
}
