package io.dateline.store.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Source;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
class SearchPageTest {
    private static final Source SOURCE = new Source("search-page", "Search <Page>", Source.Kind.PUSH);

    private static final List<String> STORIES = new ArrayList<>();

    private static boolean arrived;

    @BeforeAll
    static void publishAPageAndABit() {
        IntStream.range(0, 23).forEach(i -> {
            RawArticle article =
                    TestArticles.raw("Quorum <em>vote</em> " + i).source(SOURCE).build();
            TestArticles.publish(article);
            STORIES.add(article.id());
        });
    }

    /** Here and not before all: only now does the client know the port. */
    @BeforeEach
    void awaitThem() {
        if (!arrived) {
            STORIES.forEach(id -> Site.awaitStatus(200, "/articles/" + id));
            arrived = true;
        }
    }

    @Test
    void findsStoriesAndOffersToNarrowThem() {
        // When
        Document page = Site.page("/search?q=quorum&source=search-page");

        // Then
        assertThat(page.select(".story")).hasSize(20);
        assertThat(page.select(".story .headline").first().text()).startsWith("Quorum <em>vote</em> ");
        assertThat(page.select("input[name=q]").val()).isEqualTo("quorum");
        assertThat(page.select("input[type=hidden][name=source]").val()).isEqualTo("search-page");
        assertThat(page.select(".count").text()).isEqualTo("23 articles");
        Element narrower = page.select(".facets a:contains(Gafarova)").first();
        assertThat(narrower.attr("href")).isEqualTo("/search?q=quorum&entity=per%3Asahiba-gafarova&source=search-page");
        assertThat(narrower.select(".n").text()).isEqualTo("23");
        assertThat(page.select(".facets h2").eachText())
                .containsExactly("Topics", "Names", "Places", "Events", "Sources", "Languages");
    }

    @Test
    void showsWhereAnArticleHasTheWordsThatWereAskedFor() {
        // When
        Document page = Site.page("/search?q=quorum+delegation&source=search-page");

        // Then
        Element story = page.select(".story").first();
        assertThat(story.select(".headline mark").eachText()).containsExactly("Quorum");
        assertThat(story.select(".headline").text()).startsWith("Quorum <em>vote</em> ");
        assertThat(story.select(".snippet mark").eachText()).containsExactly("delegation");
        assertThat(story.select(".snippet").text())
                .contains("delegation spoke of")
                .endsWith("…");
        assertThat(story.select(".snippet b, .headline em")).isEmpty();
        assertThat(Site.page("/search?source=search-page").select("mark")).isEmpty();
    }

    @Test
    void namesEachFilterInForceAndDropsItByALink() {
        // When
        Document page = Site.page("/search?source=search-page&entity=per:sahiba-gafarova&lang=en");

        // Then
        assertThat(page.select(".chip .k > bdi").eachText())
                .containsExactly("Sahiba <Gafarova>", "Search <Page>", "English");
        assertThat(page.select(".story").first().select(".origin a > bdi, .tags a > bdi"))
                .hasSize(page.select(".story")
                        .first()
                        .select(".origin a, .tags a")
                        .size());
        assertThat(page.select(".chip").first().attr("href")).isEqualTo("/search?source=search-page&lang=en");
    }

    @Test
    void leadsToThePagesOfNamesInForceAndToOtherFormats() {
        // When
        Document page = Site.page("/search?q=quorum&source=search-page&entity=per:sahiba-gafarova&sort=relevance");

        // Then
        assertThat(page.select(".aboutthem a").attr("href")).isEqualTo("/entities/per:sahiba-gafarova");
        assertThat(page.select(".aboutthem a").text()).isEqualTo("All about Sahiba <Gafarova>");
        String question = "?q=quorum&entity=per%3Asahiba-gafarova&source=search-page";
        assertThat(page.select(".exports a").eachAttr("href"))
                .containsExactly(
                        "/api/export/articles.atom" + question,
                        "/api/export/articles.feed.json" + question,
                        "/api/export/articles.ndjson" + question);
        assertThat(page.select("input[name=entity][data-suggest=entity]").val()).isEmpty();
        assertThat(page.select("input[type=hidden][name=entity]").val()).isEqualTo("per:sahiba-gafarova");
    }

    @Test
    void takesTheStatusThatTheApiTakes() {
        // Given
        Source source = new Source("search-withdrawn", "Withdrawing", Source.Kind.PUSH);
        RawArticle article =
                TestArticles.raw("Never meant to be read").source(source).build();
        TestArticles.publish(article);
        TestArticles.publish(article.toBuilder()
                .revision(2)
                .contentHash("e".repeat(64))
                .status(ArticleStatus.CANCELED)
                .build());
        Site.awaitStatus(410, "/articles/" + article.id());

        // When
        Document withdrawn = Site.page("/search?source=search-withdrawn&status=canceled");
        Document usable = Site.page("/search?source=search-page&status=usable");

        // Then
        assertThat(withdrawn.select(".story")).hasSize(1);
        assertThat(withdrawn.text()).doesNotContain("Never meant to be read");
        assertThat(withdrawn.select(".exports a, .bars")).isEmpty();
        assertThat(usable.select(".story")).hasSize(20);
        assertThat(usable.select(".facets a")).isNotEmpty();
    }

    @Test
    void keepsTheOrderBySalienceWhereAnEntityIsAskedFor() {
        // When
        Document page = Site.page("/search?source=search-page&entity=per:sahiba-gafarova&sort=salience");

        // Then
        assertThat(page.select(".story")).hasSize(20);
        assertThat(page.select("select[name=sort] option[selected]").eachAttr("value"))
                .containsExactly("salience");
        assertThat(Site.page("/search?source=search-page").select("select[name=sort] option[value=salience]"))
                .isEmpty();
    }

    @Test
    void hidesCopiesByATickOfTheForm() {
        // When
        Document hidden = Site.page("/search?source=search-page&dup=story");
        Document shown = Site.page("/search?source=search-page&dup=all");

        // Then
        assertThat(hidden.select("input[name=dup]").hasAttr("checked")).isTrue();
        assertThat(hidden.select("input[type=hidden][name=dup]")).isEmpty();
        assertThat(hidden.select(".chip .k").eachText()).containsExactly("Search <Page>");
        assertThat(hidden.select(".chip").attr("href")).isEqualTo("/search?dup=story");
        assertThat(hidden.select(".facets"))
                .as("one is left: nothing to narrow")
                .isEmpty();
        assertThat(hidden.select(".exports a").attr("href")).contains("dup=story");
        assertThat(shown.select("input[name=dup]").hasAttr("checked")).isFalse();
        assertThat(shown.select(".chip")).hasSize(1);
        assertThat(Site.page("/search?source=search-page&dup=originals")
                        .select(".chip .k")
                        .eachText())
                .containsExactly("Search <Page>", "dup originals");
    }

    @Test
    void namesWhatIsAskedForEvenWhereNothingIsFound() {
        // When
        Document page = Site.page("/search?q=xylophonequagmire&topic=medtop:20000350&entity=per:sahiba-gafarova"
                + "&not-place=geonames:587084&speaker=per:sahiba-gafarova&source=nobody-knows");

        // Then
        assertThat(page.select(".story")).isEmpty();
        assertThat(page.select(".chip .k").eachText())
                .contains("Sahiba <Gafarova>", "not Baku", "speaker Sahiba <Gafarova>", "nobody-knows")
                .noneMatch(chip -> chip.contains("medtop"));
        assertThat(page.select(".chip .k.per")).hasSize(2);
        assertThat(page.select(".chip .k.topic")).hasSize(1);
    }

    @Test
    void findsByANameThatWasTyped() {
        assertThat(Site.page("/search?source=search-page&entity=Laos").select(".story"))
                .hasSize(20);
    }

    @Test
    void drawsWhatItFindsOverTimeAndEachBarFindsItsPart() {
        // Given
        String run = UUID.randomUUID().toString().substring(0, 8);
        Source source = new Source("over-time-" + run, "Over time", Source.Kind.PUSH);
        List<String> ids = new ArrayList<>();
        for (String day : List.of("2025-03-01", "2025-03-01", "2025-03-04", "2025-03-09")) {
            RawArticle article = TestArticles.raw("On " + day)
                    .source(source)
                    .publishedAt(Instant.parse(day + "T12:00:00Z"))
                    .build();
            TestArticles.publish(article);
            ids.add(article.id());
        }
        ids.forEach(id -> Site.awaitStatus(200, "/articles/" + id));

        // When
        Document page = Site.page("/search?source=over-time-" + run);
        Document part = Site.page(page.select(".bars a").first().attr("href"));

        // Then
        assertThat(page.select(".bars a title").eachText())
                .containsExactly("1 Mar 2025: 2 articles", "4 Mar 2025: 1 article", "9 Mar 2025: 1 article");
        assertThat(part.select(".story .headline").eachText()).containsExactly("On 2025-03-01", "On 2025-03-01");
        assertThat(part.select(".bars")).isEmpty();
        assertThat(part.select("input[name=from]").val()).isEqualTo("2025-03-01");
        assertThat(part.select("input[name=from]").attr("type")).isEqualTo("date");
        assertThat(Site.page("/search?source=over-time-" + run + "&from=2025-03-01T05:00:00Z")
                        .select("input[name=from]")
                        .attr("type"))
                .isEqualTo("text");
    }

    @Test
    void pagesToTheLastStoryWithoutRepeat() {
        // Given
        Document first = Site.page("/search?source=search-page");
        String older = first.select("#more a").attr("href");

        // When
        Document second = Site.page(older);

        // Then
        assertThat(second.select(".story")).hasSize(3);
        assertThat(second.select(".story").eachAttr("id"))
                .doesNotContainAnyElementsOf(first.select(".story").eachAttr("id"));
        assertThat(second.select("#more a")).isEmpty();
        assertThat(second.select(".count a").attr("href")).isEqualTo("/search?source=search-page");
    }

    @Test
    void countsNoFacetsForTheScriptThatAppendsOlderStories() {
        // Given
        String older = Site.page("/search?source=search-page").select("#more a").attr("hx-get");

        // When
        Response response =
                given().urlEncodingEnabled(false).header("HX-Request", "true").get(older);

        // Then
        Document page = Jsoup.parse(response.asString());
        assertThat(page.select("#stories > li")).hasSize(3);
        assertThat(page.select("#more")).hasSize(1);
        assertThat(page.select(".facets")).isEmpty();
        assertThat(response.header("Vary")).contains("HX-Request");
    }

    @Test
    void saysSoWhereNothingMatches() {
        // When
        Document page = Site.page("/search?q=xylophonequagmire");

        // Then
        assertThat(page.select(".note h2").text()).isEqualTo("No article matches");
        assertThat(page.select(".story")).isEmpty();
    }

    @Test
    void offersTheSearchByNameWhereWordsInsideTheTextAreNotFound() {
        // When
        Document page = Site.page("/search?q=%E4%B9%A0%E8%BF%91&source=search-page");

        // Then
        assertThat(page.select(".note").text()).contains("written without spaces");
        assertThat(page.select(".note a").first().attr("href"))
                .isEqualTo("/search?entity=%E4%B9%A0%E8%BF%91&source=search-page");
        assertThat(Site.page("/search?q=xylophonequagmire").select(".note").text())
                .doesNotContain("written without spaces");
    }

    @Test
    void showsTheOldestFirstAndLeadsToLaterOnes() {
        // When
        Document page = Site.page("/search?source=search-page&sort=oldest");
        Document beyond = Site.page(page.select("#more a").attr("href"));

        // Then
        assertThat(page.select("select[name=sort] option[selected]").val()).isEqualTo("oldest");
        assertThat(page.select("#more a").text()).isEqualTo("Later articles");
        assertThat(beyond.select(".count a").text()).isEqualTo("back to the oldest");
        assertThat(beyond.select(".story")).hasSize(3);
    }

    @Test
    void takesAFormAsItIsSent() {
        // When
        Document page = Site.page("/search?q=&from=&to=&sort=relevance&source=search-page");

        // Then
        assertThat(page.select(".story")).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search?from=yesterday",
                "/search?cursor=nonsense",
                "/search?limit=0",
                "/search?nosuch=1",
                "/search?lang=%3Cscript%3E"
            })
    void explainsABadQuestionInTheSearchPageItself(String path) {
        // When
        Document page = Site.pageOfStatus(400, path);

        // Then
        assertThat(page.select("[role=alert] h2").text()).isNotBlank();
        assertThat(page.select("form.ask")).hasSize(1);
        assertThat(page.select("script:not([src])")).isEmpty();
    }

    @Test
    void marksTheFieldThatIsWrong() {
        // When
        Document page = Site.pageOfStatus(400, "/search?from=2025-13-41");

        // Then
        assertThat(page.select("input[name=from]").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("[role=alert] li").text()).startsWith("from is not a date");
    }
}
