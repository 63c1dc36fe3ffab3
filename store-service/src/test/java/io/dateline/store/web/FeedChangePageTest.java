package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

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
class FeedChangePageTest {
    private static final String CHANGE = "/feeds/feed-7/change";
    private static final String TAKEN = """
            {"type": "urn:x", "title": "A feed with this address exists", "status": 409,
             "detail": "It is <polled> already.", "code": "feed-exists"}""";

    @BeforeEach
    void ingestIsThere() {
        SeventhFeed.isThere();
    }

    @Test
    void aFeedLeadsToAFormThatHoldsItsSettings() {
        // Given
        FakeIngest.answer(
                "GET /api/feeds/feed-7",
                200,
                SeventhFeed.FEED
                        .replace("[\"a <tag>\"]", "[\"</textarea>, with comma\", \"World/Asia\"]")
                        .replace("\"never\"", "\"when-short\""));

        // When
        String href = Site.page("/feeds/feed-7").select("a[href$=/change]").attr("href");
        Document page = Site.page(href);

        // Then
        assertThat(page.select("form.fill").attr("action")).isEqualTo(CHANGE);
        assertThat(page.select("input[name=url]").val()).isEqualTo("https://seven.example/rss?a=1&b=2");
        assertThat(page.select("input[name=name]").val()).isEqualTo("Seven <Daily>");
        assertThat(page.select("input[name=interval]").val()).isEqualTo("PT5M");
        assertThat(page.select("option[selected]").eachAttr("value")).containsExactly("when-short");
        assertThat(page.select("textarea[name=tags]").val().lines())
                .containsExactly("</textarea>, with comma", "World/Asia");
        assertThat(page.select("script:not([src]), style, [style]")).isEmpty();
    }

    @Test
    void sendsWhatWasChangedWithTheReadersKey() {
        // Given
        FakeIngest.answer("PUT /api/feeds/feed-7", 200, SeventhFeed.FEED);

        // When
        Response response = SeventhFeed.form()
                .header("X-Api-Key", "dl_key")
                .formParam("url", " https://seven.example/atom ")
                .formParam("name", "")
                .formParam("interval", "10m")
                .formParam("tags", "one, with comma\r\n\r\n two \r\n")
                .post(CHANGE);

        // Then
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.header("Location")).endsWith("/feeds/feed-7?done=change");
        assertThat(FakeIngest.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.apiKey()).isEqualTo("dl_key");
            assertThat(asked.method()).isEqualTo("PUT");
            assertThat(asked.body())
                    .contains(
                            "\"url\":\"https://seven.example/atom\"",
                            "\"name\":\"\"",
                            "\"interval\":\"10m\"",
                            "\"tags\":[\"one, with comma\",\"two\"]")
                    .doesNotContain("fullText", "paused", "source");
        });
        assertThat(Site.page("/feeds/feed-7?done=change").select(".said").text())
                .isEqualTo("Changed as you asked.");
    }

    @Test
    void clearsTheTagsWhereTheFieldIsEmpty() {
        // Given
        FakeIngest.answer("PUT /api/feeds/feed-7", 200, SeventhFeed.FEED);

        // When
        SeventhFeed.form().formParam("tags", " ").post(CHANGE);

        // Then
        assertThat(FakeIngest.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.body()).isEqualTo("{\"tags\":[]}"));
    }

    @Test
    void keepsWhatWasTypedWhereIngestRefusesIt() {
        // Given
        FakeIngest.answer("PUT /api/feeds/feed-7", 409, TAKEN);

        // When
        Response response = SeventhFeed.form()
                .formParam("url", "https://other.example/rss")
                .formParam("name", "Seven <New>")
                .formParam("interval", "1m")
                .formParam("fullText", "always")
                .formParam("tags", "x")
                .post(CHANGE);
        Document page = Jsoup.parse(response.asString());

        // Then
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(page.select("[role=alert]").text())
                .contains("A feed with this address exists", "It is <polled> already.", "feed-exists");
        assertThat(page.select("form.fill input").eachAttr("value"))
                .containsExactly("https://other.example/rss", "Seven <New>", "1m");
        assertThat(page.select("option[selected]").val()).isEqualTo("always");
        assertThat(page.select("textarea").val()).isEqualTo("x");
    }

    @Test
    void asManyTagsAsAFeedMayHaveComeThrough() {
        // Given
        FakeIngest.answer("PUT /api/feeds/feed-7", 200, SeventhFeed.FEED);
        String most = ("x".repeat(200) + "\r\n").repeat(50);

        // When
        Response response = SeventhFeed.form().formParam("tags", most).post(CHANGE);

        // Then
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(FakeIngest.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.body()).contains("x".repeat(200) + "\",\"" + "x".repeat(200)));
    }

    @Test
    void saysSoWhereThereIsNoSuchFeedOrNoIngest() {
        // Given
        FakeIngest.answer("GET /api/feeds/nosuch", 404, SeventhFeed.NO_SUCH_FEED);
        FakeIngest.hangUp("GET /api/feeds/away");

        // Then
        assertThat(Site.pageOfStatus(404, "/feeds/nosuch/change").text()).contains("There is no such feed.");
        assertThat(Site.pageOfStatus(503, "/feeds/away/change").text()).contains("does not answer");
    }
}
