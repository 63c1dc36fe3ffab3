package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.status.FeedStatus;
import io.dateline.contracts.topic.Topics;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfraResource.class)
class OpsPageTest {

    @Test
    void picturesTheThreeStagesInOrder() {
        // When
        Document page = Site.page("/ops");

        // Then
        assertThat(page.select(".stage h3").eachText()).containsExactly("ingest", "enrich", "store");
        assertThat(page.select("#board").attr("hx-get")).isEqualTo("/ops/board");
        assertThat(page.select("#board").attr("hx-trigger")).isEqualTo("every 5s, goon");
        assertThat(page.select("#ops-pause[hidden][aria-pressed=false]").text()).isEqualTo("Pause");
        assertThat(page.select("#board time").first().text()).matches(".* \\d\\d:\\d\\d:\\d\\d UTC");
        assertThat(page.select(".stage").first().select(".is").text()).contains("no data yet");
    }

    @Test
    void drawsTheWayOfAnArticleAndLinksEachFigureToWhatItIsMadeOf() {
        // When
        Document page = Site.page("/ops");

        // Then
        assertThat(page.select(".flow > .station").eachAttr("class"))
                .extracting(name -> name.split(" ")[1])
                .containsExactly("source", "step", "topic", "step", "topic", "step", "store", "reader");
        assertThat(page.select(".station h3").eachText())
                .satisfiesExactly(
                        feeds -> assertThat(feeds).isEqualTo("Feeds, wire, push"),
                        ingest -> assertThat(ingest).startsWith("ingest"),
                        raw -> assertThat(raw).isEqualTo("articles.raw"),
                        enrich -> assertThat(enrich).startsWith("enrich"),
                        enriched -> assertThat(enriched).isEqualTo("articles.enriched"),
                        store -> assertThat(store).startsWith("store"),
                        database -> assertThat(database).startsWith("PostgreSQL"),
                        readers -> assertThat(readers).isEqualTo("Readers"));
        assertThat(page.select("#n-feeds-silent").attr("href")).isEqualTo("/feeds?state=silent");
        assertThat(page.select("#n-enrich-errors").attr("href")).isEqualTo("#stage-enrich");
        page.select(".station a[href^=#]")
                .forEach(link -> assertThat(page.select(link.attr("href"))).hasSize(1));
        page.select(".station a[href^=/]")
                .forEach(link -> assertThat(Site.get(link.attr("href")).statusCode())
                        .as(link.attr("href"))
                        .isIn(200, 302));
        assertThat(page.select("script:not([src]), style, [style]")).isEmpty();
    }

    @Test
    void showsItselfAliveAndItsOutcomes() {
        // Given
        RawArticle article = TestArticles.raw("Counted on the board").build();
        TestArticles.publish(article);

        // When
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            Element store = Site.page("/ops").select(".stage").last();

            // Then
            assertThat(store.select(".is").text()).isEqualTo("up, 1 instance");
            assertThat(store.select("table").text()).contains("stored");
            assertThat(store.select(".figures").text()).containsPattern("Latency p50 .*(ms|s|min)");
        });

        // Then: it is found from there
        Document found = Site.page("/ops/article?id=" + article.id());
        assertThat(found.select(".ok-line").text()).startsWith("Stored ").contains("revision 1.");
        assertThat(found.select(".ok-line a").attr("href")).isEqualTo("/articles/" + article.id());
    }

    @Test
    void listsDeadLettersByTopicAndReasonAndNeverTheirContent() {
        // Given
        byte[] key = "push-of-a-broken-record".getBytes(StandardCharsets.UTF_8);
        byte[] value = "{\"secret\": \"never shown\"".getBytes(StandardCharsets.UTF_8);
        TestArticles.send(new ProducerRecord<>(Topics.ENRICHED, key, value));

        // When
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            Document board = Site.page("/ops/board");

            // Then
            Element row = board.select("#h-dead ~ .tablewrap tr:contains(push-of-a-broken-record)")
                    .first();
            assertThat(row).isNotNull();
            assertThat(row.text()).contains("articles.enriched.dead-letter");
            assertThat(board.text()).doesNotContain("never shown");
        });
    }

    @Test
    void listsFeedsThatFailWithSinceAndReason() {
        // Given
        Instant since = Instant.now().minus(Duration.ofHours(2));
        FeedStatus feed = new FeedStatus(
                "ops-page-feed",
                "Example <Daily>",
                "https://daily.example/rss",
                FeedStatus.State.FAILING,
                since,
                "http-404",
                "The server answers 404.",
                Instant.now(),
                null,
                Instant.now(),
                Instant.now());
        TestArticles.send(new ProducerRecord<>(
                Topics.FEEDS_STATUS, feed.feedId().getBytes(StandardCharsets.UTF_8), MessageCodec.encode(feed)));

        // When
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            Document board = Site.page("/ops/board");

            // Then
            Element row = board.select("#h-feeds ~ .tablewrap tr:contains(daily.example)")
                    .first();
            assertThat(row).isNotNull();
            assertThat(row.text()).contains("Example <Daily>", "failing", "2 h ago", "http-404");
            assertThat(row.select("time").attr("datetime")).isEqualTo(since.toString());
        });
    }

    @Test
    void listsTheFeedsOfAState() {
        // Given
        tell("feeds-page-flood", "Flood <Daily>", FeedStatus.State.FLOODING, "far-above-its-rate");
        tell("feeds-page-well", "Well Daily", FeedStatus.State.OK, null);

        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            // When
            Document flooding = Site.page("/feeds?state=flooding");
            Document all = Site.page("/feeds");

            // Then
            assertThat(flooding.select("tbody tr").eachText()).hasSize(1);
            assertThat(flooding.select("tbody tr").text()).contains("Flood <Daily>", "far-above-its-rate");
            assertThat(flooding.select(".chip[aria-current]").text()).startsWith("flooding 1");
            assertThat(all.select("tbody tr").text()).contains("Flood <Daily>", "Well Daily");
        });
        assertThat(Site.get("/feeds?state=nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void withoutIngestsAddressFeedsAreShownAndNotChanged() {
        // Given
        tell("feeds-page-shown", "Shown Daily", FeedStatus.State.OK, null);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(Site.get("/feeds/feeds-page-shown").statusCode())
                                .isEqualTo(200));

        // When
        Document list = Site.page("/feeds?q=shown+daily");
        Document feed = Site.page("/feeds/feeds-page-shown");
        Document add = Site.page("/feeds/add?url=https://s.example/");

        // Then
        assertThat(list.text()).contains("dateline.store.ingest-url", "Shown Daily");
        assertThat(feed.select("h1").text()).isEqualTo("Shown Daily");
        assertThat(add.text()).contains("dateline.store.ingest-url");
        assertThat(list.select("form[method=post]")).isEmpty();
        assertThat(feed.select("form[method=post]")).isEmpty();
        assertThat(add.select("form[method=post], #feed-url")).isEmpty();
        assertThat(Site.get("/feeds/nosuch").statusCode()).isEqualTo(404);
        assertThat(Site.get("/feeds/opml").statusCode()).isEqualTo(503);
        assertThat(Site.get("/feeds/opml").header("Retry-After")).isEqualTo("5");
    }

    private static void tell(String id, String name, FeedStatus.State state, String reason) {
        Instant now = Instant.now();
        FeedStatus feed = new FeedStatus(
                id, name, "https://" + id + ".example/rss", state, now, reason, null, now, now, now, now);
        TestArticles.send(new ProducerRecord<>(
                Topics.FEEDS_STATUS, id.getBytes(StandardCharsets.UTF_8), MessageCodec.encode(feed)));
    }

    @Test
    void refreshesWithAFragmentAndNotAPage() {
        // When
        String board = Site.get("/ops/board").asString();

        // Then
        assertThat(board).doesNotContain("<html").contains("id=\"h-pipeline\"");
    }

    @Test
    void givesEveryLinkAnIdByWhichTheFocusIsFoundAgain() {
        // When
        Document board = Site.page("/ops/board");

        // Then
        assertThat(board.select("a:not([id])")).isEmpty();
        assertThat(board.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }
}
