package io.dateline.store.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfraResource.class)
@WithTestResource(FakeIngest.class)
class FeedsPageTest {
    @BeforeEach
    void ingestIsThere() {
        SeventhFeed.isThere();
    }

    @Test
    void findsFeedsByTextAndOffersWhatCanBeDone() {
        // Given
        SeventhFeed.tell("desk-one", "Desk <One>");
        SeventhFeed.tell("desk-two", "Desk Two");

        // When
        Document page = SeventhFeed.list("q=DESK-ONE&state=failing", "desk-one");

        // Then
        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page.select("tbody").text()).contains("Desk <One>", "failing", "2 h ago", "http-404", "in 41 min");
        assertThat(page.select("#feeds-q").val()).isEqualTo("DESK-ONE");
        assertThat(page.select("input[type=checkbox][name=id]").eachAttr("value"))
                .containsExactly("desk-one");
        assertThat(page.select("form[method=post] button[name=action]").eachAttr("value"))
                .containsExactly("poll", "pause", "resume");
        assertThat(page.select("input[data-marks=id]")).hasSize(1);
        assertThat(page.select("a[href=/feeds/add], a[href=/feeds/opml]")).hasSize(2);
        assertThat(page.select(".chip[aria-current]").attr("href")).isEqualTo("/feeds?q=DESK-ONE");
        assertThat(page.select("script:not([src]), style, [style]")).isEmpty();
    }

    @Test
    void tellsOfPollsWhatIngestSaysNowAndOtherwiseThatItWasToldBefore() {
        // Given: told an hour ago that it is polled five minutes later; it was, every five minutes, and brought nothing
        Instant told = Instant.now().minus(Duration.ofMinutes(58));
        SeventhFeed.tell("desk-told", "Told Daily", told, told.plus(Duration.ofMinutes(5)));
        SeventhFeed.list("q=desk-told", "desk-told");
        FakeIngest.answer("GET /api/feeds?q=desk-told&limit=1000", 200, """
                {"items": [{"id": "desk-told", "name": "Told Daily", "url": "https://desk-told.example/rss",
                 "source": "told", "state": "failing", "since": "2026-11-20T05:00:00Z", "lastPolledAt": "%s",
                 "nextPollAt": "%s"}]}""".formatted(
                        Instant.now().minusSeconds(70), Instant.now().plusSeconds(200)));

        // When
        Document now = SeventhFeed.list("q=desk-told", "desk-told");
        FakeIngest.hangUp("GET /api/feeds?q=desk-told&limit=1000");
        Document away = SeventhFeed.list("q=desk-told", "desk-told");

        // Then
        assertThat(now.select("tbody td[data-l=last polled]").text()).isEqualTo("1 min ago");
        assertThat(now.select("tbody td[data-l=next poll]").text()).isEqualTo("in 3 min");
        assertThat(now.text()).doesNotContain("as last told", "overdue");
        assertThat(away.select("tbody td[data-l=next poll]").text()).isEqualTo("told 58 min ago");
        assertThat(away.text()).contains("as last told").doesNotContain("overdue");
    }

    @Test
    void looksForTextsOfTwoHundredCharactersAndNoLonger() {
        assertThat(Site.get("/feeds?q=" + "x".repeat(200)).statusCode()).isEqualTo(200);
        assertThat(Site.get("/feeds?q=" + "x".repeat(201)).statusCode()).isEqualTo(400);
    }

    @Test
    void showsTheListAndSaysSoWhileIngestIsAway() {
        // Given
        SeventhFeed.tell("desk-away", "Away Daily");
        FakeIngest.hangUp("GET /api/feeds");

        // When
        Document page = SeventhFeed.list("q=desk-away", "desk-away");

        // Then
        assertThat(page.select("[role=alert]").text()).contains("cannot be changed right now", "does not answer");
        assertThat(page.select("form[method=post], input[type=checkbox]")).isEmpty();
    }

    @Test
    void doesTheSameToTheMarked() {
        // Given
        FakeIngest.answer("POST /api/feeds/bulk", 200, "{\"matched\": 2, \"changed\": 1, \"unchanged\": 1}");

        // When
        Response response = SeventhFeed.form()
                .formParam("id", "f1", "f2")
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
        assertThat(SeventhFeed.form()
                        .formParam("id", most)
                        .formParam("action", "poll")
                        .post("/feeds/bulk")
                        .statusCode())
                .isEqualTo(303);
        assertThat(SeventhFeed.form()
                        .formParam("id", more)
                        .formParam("action", "poll")
                        .post("/feeds/bulk")
                        .statusCode())
                .isEqualTo(400);
        assertThat(SeventhFeed.form()
                        .formParam("action", "poll")
                        .post("/feeds/bulk")
                        .statusCode())
                .isEqualTo(400);
        assertThat(SeventhFeed.form()
                        .formParam("id", "f1")
                        .formParam("action", "delete")
                        .post("/feeds/bulk")
                        .statusCode())
                .isEqualTo(400);
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
