package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.article.Source;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
@WithTestResource(FakeIngest.class)
class FeedPageTest {
    @BeforeEach
    void ingestIsThere() {
        SeventhFeed.isThere();
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
                "GET /api/feeds/feed-7",
                200,
                SeventhFeed.FEED.replace("https://seven.example/rss?a=1&b=2", "javascript:x"));

        // Then
        assertThat(Site.page("/feeds/feed-7").select("a[href^=javascript]")).isEmpty();
    }

    @Test
    void anUnknownFeedIsNotFound() {
        // Given
        FakeIngest.answer("GET /api/feeds/nosuch", 404, SeventhFeed.NO_SUCH_FEED);
        FakeIngest.answer("POST /api/feeds/nosuch/poll", 404, SeventhFeed.NO_SUCH_FEED);

        // When
        Document page = Site.pageOfStatus(404, "/feeds/nosuch");
        Response poll = SeventhFeed.form().post("/feeds/nosuch/poll");

        // Then
        assertThat(page.select("h1").text()).isEqualTo("There is nothing at this address");
        assertThat(poll.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(poll.asString()).text()).contains("There is no such feed.");
        assertThat(Site.get("/feeds/..%2f..%2fx").statusCode()).isIn(400, 404);
        assertThat(SeventhFeed.form().post("/feeds/feed-7/explode").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFeedIsToldByTheStatusTopicWhileIngestIsAway() {
        // Given
        SeventhFeed.tell("desk-lone", "Lone Daily");
        SeventhFeed.list("q=desk-lone", "desk-lone");
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
                method + " " + path,
                method.equals("DELETE") ? 204 : 200,
                method.equals("DELETE") ? "" : SeventhFeed.FEED);

        // When
        Response response = SeventhFeed.form().header("X-Api-Key", "dl_key").post("/feeds/feed-7/" + action);

        // Then
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.header("Location")).endsWith(next);
        assertThat(FakeIngest.asked()).containsExactly(new FakeIngest.Asked(method, path, body, null, "dl_key"));
        assertThat(Site.page(next).select(".said").text()).isNotBlank();
    }
}
