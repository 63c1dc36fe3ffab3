package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Source;
import io.dateline.store.testing.Stories;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfraResource.class)
class HomePageTest {

    @TestHTTPResource("/")
    URI site;

    @Test
    void listsTheNewestStoriesWithEverythingACardTells() {
        // Given
        RawArticle article = newest("A <b>new</b> story");
        TestArticles.publish(article);
        Site.awaitStatus(200, "/articles/" + article.id());

        // When
        Document page = Site.page("/");

        // Then
        Element story = page.getElementById("a-" + article.id());
        assertThat(story).isNotNull();
        assertThat(story.select(".headline").text()).isEqualTo("A <b>new</b> story");
        assertThat(story.select(".headline a").attr("href")).isEqualTo("/articles/" + article.id());
        assertThat(story.select("time").attr("datetime"))
                .isEqualTo(article.fetchedAt().toString());
        assertThat(story.select("time").text()).isEqualTo("just now");
        assertThat(story.select(".place").text()).isEqualTo("Baku");
        assertThat(story.select(".origin").text()).contains("AZERTAC");
        assertThat(story.select(".snippet").text()).contains("<b>relations</b>");
        assertThat(story.select(".tags a").eachText())
                .containsExactly("Sahiba <Gafarova>", "Baku", "Laos", "diplomacy");
        assertThat(page.getElementById("empty").hasAttr("hidden")).isTrue();
        assertThat(Long.parseLong(page.getElementById("stories").attr("data-after")))
                .isPositive();
    }

    @Test
    void showsFirstWhatSeveralSourcesReportOnTheirOwn() {
        // Given
        String run = UUID.randomUUID().toString().substring(0, 8);
        String title = "Perandor" + run + " <harbour> reopens after the storm";
        publishReport(
                "one",
                run,
                title,
                "The harbour of Perandor" + run + " reopened after the storm, Mayor Vilmar" + run
                        + " said. Forty ships had waited outside for six days.");
        publishReport(
                "two",
                run,
                "Storm over: Perandor" + run + " harbour reopens",
                "Ships entered the harbour of Perandor" + run + " again after the storm. Mayor Vilmar" + run
                        + " counted forty of them at noon.");

        // When
        Document page = await().atMost(Duration.ofSeconds(40))
                .until(
                        () -> Site.page("/"),
                        home -> home.select(".reported a").eachText().contains(title));

        // Then
        Element story = page.select(".reported li").stream()
                .filter(li -> li.select("h3").text().equals(title))
                .findFirst()
                .orElseThrow();
        assertThat(story.select("h3 a").attr("href")).startsWith("/stories/story-");
        assertThat(story.select(".origin").text())
                .matches("2 independent sources, 2 articles, since \\d+ \\w+( \\d+)?, first Paper one · .*");
        assertThat(story.select(".snippet").text()).startsWith("The harbour of Perandor");
        String first = Site.page(story.select("h3 a").attr("href"))
                .select(".headline a")
                .first()
                .attr("href");
        assertThat(Site.page(first).select(".lead .told").text()).isEqualTo("2 independent sources tell this story");
        assertThat(page.select(".reported li")).hasSizeLessThanOrEqualTo(6);
        assertThat(page.select("main h1, main h2").eachText())
                .containsSubsequence("Front page", "Most reported", "Newest");
    }

    private static void publishReport(String paper, String run, String title, String body) {
        RawArticle article = TestArticles.raw(title)
                .body(body)
                .source(new Source(paper + "-" + run, "Paper " + paper, Source.Kind.FEED))
                .publishedAt(Instant.now())
                .build();
        TestArticles.publish(Stories.bare(article, "en"));
        Site.awaitStatus(200, "/articles/" + article.id());
    }

    @Test
    void streamsStoriesAsTheyAreStoredAndTellsWhichAreGone() throws Exception {
        // Given
        String after = Site.page("/").getElementById("stories").attr("data-after");
        RawArticle article = newest("Streamed <i>live</i>");
        List<String> lines = new CopyOnWriteArrayList<>();

        // When
        try (InputStream ignored = follow("/live?after=" + after, lines)) {
            TestArticles.publish(article);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(lines).anyMatch(line -> line.contains("a-" + article.id())));
            TestArticles.publish(article.toBuilder()
                    .revision(2)
                    .contentHash("e".repeat(64))
                    .status(ArticleStatus.CANCELED)
                    .build());

            // Then
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(lines).contains("event:gone", "data:2 a-" + article.id()));
        }
        assertThat(lines).contains("event:story").anyMatch(line -> line.matches("id:\\d+"));
        String html = String.join(
                "\n",
                lines.stream()
                        .filter(line -> line.startsWith("data:") && !line.startsWith("data:2 "))
                        .map(line -> line.substring("data:".length()))
                        .toList());
        Element story = Jsoup.parseBodyFragment(html).getElementById("a-" + article.id());
        assertThat(story.select(".headline").text()).isEqualTo("Streamed <i>live</i>");
        assertThat(story.attr("data-revision")).isEqualTo("1");
    }

    @Test
    void tellsWhoHasItOnThePageThatAStoryIsHeldBackNow() throws Exception {
        // Given
        RawArticle article = newest("Held back later");
        TestArticles.publish(article);
        Site.awaitStatus(200, "/articles/" + article.id());
        String after = Site.page("/").getElementById("stories").attr("data-after");
        List<String> lines = new CopyOnWriteArrayList<>();

        // When
        try (InputStream ignored = follow("/live?after=" + after, lines)) {
            TestArticles.publish(article.toBuilder()
                    .revision(2)
                    .contentHash("e".repeat(64))
                    .status(ArticleStatus.WITHHELD)
                    .build());

            // Then
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(lines).contains("event:held", "data:2 a-" + article.id()));
        }
    }

    @Test
    void resumesTheStreamAfterTheLastEventABrowserSaw() throws Exception {
        // Given
        RawArticle article = newest("Missed while away");
        String before = Site.page("/").getElementById("stories").attr("data-after");
        TestArticles.publish(article);
        Site.awaitStatus(200, "/articles/" + article.id());
        List<String> lines = new CopyOnWriteArrayList<>();

        // When
        try (InputStream ignored = follow("/live?after=999999999", lines, "Last-Event-ID", before)) {

            // Then
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(lines).anyMatch(line -> line.contains("a-" + article.id())));
        }
    }

    @Test
    void refusesToFollowFromNowhere() {
        Stream.of("/live", "/live?after=x", "/live?after=-1")
                .forEach(
                        path -> assertThat(Site.get(path).statusCode()).as(path).isEqualTo(400));
    }

    private static RawArticle newest(String title) {
        return TestArticles.raw(title)
                .publishedAt(null)
                .publishedPrecision(null)
                .fetchedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    /** Reads lines until closed; a line that says so tells that the server ended it. */
    private InputStream follow(String path, List<String> lines, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.resolve(path)).header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        Thread reader = new Thread(() -> {
            try (var text = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                text.lines().map(String::stripTrailing).forEach(lines::add);
                lines.add("ended");
            } catch (IOException | UncheckedIOException e) {
                lines.add("closed");
            }
        });
        reader.setDaemon(true);
        reader.start();
        return response.body();
    }
}
