package io.dateline.store.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.status.FeedStatus;
import io.dateline.contracts.topic.Topics;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jsoup.nodes.Document;

/** The feed that the tests of the feeds pages look at, and what they all do. */
final class SeventhFeed {
    static final String FEED = """
            {"id": "feed-7", "name": "Seven <Daily>", "url": "https://seven.example/rss?a=1&b=2", "source": "seven-daily",
             "interval": "PT5M", "paused": false, "fullText": "never", "state": "silent", "since": "2026-11-20T05:00:00Z",
             "reason": "no-new-items", "detail": "Nothing new for <long>.", "lastPolledAt": "2026-11-23T05:00:00Z",
             "createdAt": "2026-10-01T05:00:00Z", "tags": ["a <tag>"]}""";
    static final String HISTORY = """
            {"polls": [
              {"at": "2026-11-23T05:00:00Z", "outcome": "http-500", "status": 500, "items": 0, "fresh": 0, "bytes": 0,
               "durationMs": 12},
              {"at": "2026-11-22T05:00:00Z", "outcome": "not-modified", "status": 304, "items": 0, "fresh": 0, "bytes": 0,
               "durationMs": 35}],
             "days": [{"day": "2026-11-22", "items": {"accepted": 1200, "rejected:no-title": 3}}]}""";
    static final String NO_SUCH_FEED = """
            {"type": "urn:dateline:problem:not-found", "title": "There is nothing here", "status": 404,
             "detail": "There is no such feed.", "code": "not-found"}""";

    private SeventhFeed() {}

    /** Ingest is there, knows the feed, and was asked nothing yet. */
    static void isThere() {
        FakeIngest.forget();
        FakeIngest.answer("GET /api/feeds", 200, "{\"items\": []}");
        FakeIngest.answer("GET /api/feeds/feed-7", 200, FEED);
        FakeIngest.answer("GET /api/feeds/feed-7/history?limit=50", 200, HISTORY);
    }

    /** A form as a browser sends it; where it leads is not followed. */
    static RequestSpecification form() {
        return given().redirects().follow(false).accept("text/html").contentType("application/x-www-form-urlencoded");
    }

    /** The status topic tells of a feed that fails. */
    static void tell(String id, String name) {
        Instant now = Instant.now();
        tell(id, name, now, now.plus(Duration.ofMinutes(42)));
    }

    /** As it was told at a time. */
    static void tell(String id, String name, Instant at, Instant next) {
        FeedStatus feed = new FeedStatus(
                id,
                name,
                "https://" + id + ".example/rss",
                FeedStatus.State.FAILING,
                Instant.now().minus(Duration.ofHours(2)),
                "http-404",
                null,
                at,
                null,
                next,
                at);
        TestArticles.send(new ProducerRecord<>(
                Topics.FEEDS_STATUS, id.getBytes(StandardCharsets.UTF_8), MessageCodec.encode(feed)));
    }

    /** The list, once it shows this feed. */
    static Document list(String query, String id) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(Site.page("/feeds?" + query).select("tbody a[href=/feeds/" + id + "]"))
                        .hasSize(1));
        return Site.page("/feeds?" + query);
    }
}
