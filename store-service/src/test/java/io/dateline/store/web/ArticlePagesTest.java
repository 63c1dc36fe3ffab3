package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.RawArticle;
import io.dateline.store.compare.TextDiff;
import io.dateline.store.testing.Stories;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfraResource.class)
class ArticlePagesTest {

    @Test
    void showsAnArticleWithItsTagsInTheText() {
        // Given
        RawArticle article = TestArticles.raw("Speaker meets prosecutor").build();
        TestArticles.publish(article);
        Site.awaitStatus(200, "/articles/" + article.id());

        // When
        Document page = Site.page("/articles/" + article.id());

        // Then
        assertThat(page.select("h1").text()).isEqualTo("Speaker meets prosecutor");
        assertThat(page.select(".text p")).hasSize(3);
        assertThat(page.select(".text").attr("lang")).isEqualTo("en");
        assertThat(page.select(".text").attr("dir")).isEqualTo("ltr");
        assertThat(page.select(".text p").eachText()).containsExactly(TestArticles.BODY.split("\n\n"));

        Element person = page.selectFirst(".text a.per");
        assertThat(person.text()).isEqualTo("Sahiba Gafarova");
        assertThat(person.attr("href")).isEqualTo("/entities/per:sahiba-gafarova");
        assertThat(person.attr("data-tip"))
                .contains("Sahiba <Gafarova> (person)", "per:sahiba-gafarova", "Found by names/3");

        assertThat(page.select(".text a.dl").eachText()).containsExactly("Baku", ",", "September 23", ", AZERTAC");
        Element nested = page.select(".text a.loc").last();
        assertThat(nested.text()).isEqualTo("Laos");
        assertThat(nested.attr("data-tip")).contains("Laos (place)", "Topic: diplomacy");

        assertThat(page.select(".side").text())
                .contains("diplomacy 81 %", "delegation", "90 %", "English")
                .contains("40.38° N, 49.89° E", "Azerbaijan", article.id(), "9f2c41d07ab3e815");
        Element original = page.selectFirst("a[rel~=nofollow]");
        assertThat(original.attr("href")).isEqualTo("https://news.example/story?a=1&b=2");
        assertThat(original.attr("rel")).contains("noopener", "noreferrer");
        assertThat(page.select(".facts time").eachAttr("datetime")).contains("2025-09-23T10:00:00Z");
    }

    @Test
    void leadsFromWhatThePublisherSaysToAllThatSayTheSame() {
        // Given
        RawArticle article = TestArticles.raw("Filed")
                .authors(List.of("José Ørsted", "x".repeat(301)))
                .categories(List.of("World & <b>Caucasus</b>"))
                .urgency(2)
                .build();
        TestArticles.publish(article);
        Site.awaitStatus(200, "/articles/" + article.id());

        // When
        Document page = Site.page("/articles/" + article.id());

        // Then
        assertThat(page.select(".facts dd[dir] a").eachText())
                .containsExactly("José Ørsted", "World & <b>Caucasus</b>", "2");
        for (String address : page.select(".facts dd[dir] a").eachAttr("href")) {
            assertThat(Site.page(address).select(".story a").eachAttr("href"))
                    .as(address)
                    .contains("/articles/" + article.id());
        }
    }

    @Test
    void tellsWhoDidWhatToWhomAndLeadsToTheWordsThatSaySo() {
        // Given
        RawArticle article = TestArticles.raw("Speaker receives prosecutor").build();
        TestArticles.publish(article);
        Site.awaitStatus(200, "/articles/" + article.id());

        // When
        Document page = Site.page("/articles/" + article.id());

        // Then
        Element event = page.selectFirst(".side #event-1");
        assertThat(event.selectFirst(".did").text())
                .isEqualTo("Laos Laos, judiciary met or talked with Sahiba <Gafarova> Azerbaijan, legislature");
        assertThat(event.select(".did a").eachAttr("href"))
                .containsExactly("/entities/geonames:1655842", "/entities/per:sahiba-gafarova");
        assertThat(event.text())
                .contains("Baku, Azerbaijan · 23 September 2025", "CONSULT · visit · diplomatic · CAMEO 042", "80 %");
        Element words = event.selectFirst("a.words");
        assertThat(words.text()).isEqualTo("met");
        assertThat(words.attr("href")).isEqualTo("#event-1-text");
        Element marked = page.selectFirst(".text #event-1-text");
        assertThat(marked.text()).isEqualTo("met");
        assertThat(marked.attr("href")).isEqualTo("#event-1");
        assertThat(marked.attr("data-tip")).contains("Event: Laos met or talked with Sahiba Gafarova");
        assertThat(page.select(".side #dates").text()).contains("September 23", "23 September 2025");
        assertThat(page.select(".side").text()).contains("the only place of this name in the gazetteer");
    }

    @Test
    void tellsWhoSaidWhatAndWhatNobodyLookedFor() {
        // Given
        RawArticle article = TestArticles.raw("Speaker speaks").build();
        TestArticles.publish(article);
        Site.awaitStatus(200, "/articles/" + article.id());

        // When
        Document page = Site.page("/articles/" + article.id());

        // Then
        Element said = page.select(".side section").stream()
                .filter(section -> section.select("h2").text().equals("Who said what"))
                .findFirst()
                .orElseThrow();
        assertThat(said.select("li")).hasSize(2);
        assertThat(said.selectFirst("a").attr("href")).isEqualTo("/entities/per:sahiba-gafarova");
        assertThat(said.selectFirst("q").text()).isEqualTo("<b>relations</b> & more");
        assertThat(said.select("li").last().text()).contains("reported", "Somebody the text does not name");
        assertThat(page.select(".side").text()).contains("Not looked for topics: this language is not covered yet");
    }

    @Test
    void escapesWhatStrangersWrote() {
        // Given
        RawArticle article = TestArticles.raw("<script>alert(1)</script> & \"quotes\" {page.title}")
                .url("javascript:alert(1)")
                .build();
        TestArticles.publish(article);
        Site.awaitStatus(200, "/articles/" + article.id());

        // When
        Document page = Site.page("/articles/" + article.id());

        // Then
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.select("script").eachAttr("src")).allMatch(src -> src.startsWith("/assets/"));
        assertThat(page.select("h1").text()).isEqualTo("<script>alert(1)</script> & \"quotes\" {page.title}");
        assertThat(page.select(".text b, .by i")).isEmpty();
        assertThat(page.select(".by").text()).isEqualTo("By <i>A. Writer</i>");
        assertThat(page.select("a[href^=javascript]")).isEmpty();
        assertThat(page.select("[style], style, [onclick], img")).isEmpty();
    }

    @Test
    void showsAnEarlierRevisionAndLeadsToTheNewest() {
        // Given
        RawArticle first = TestArticles.raw("As first told").build();
        TestArticles.publish(first);
        Site.awaitStatus(200, "/articles/" + first.id());
        TestArticles.publish(first.toBuilder()
                .revision(2)
                .title("As corrected")
                .contentHash("c".repeat(64))
                .build());
        Site.awaitStatus(200, "/articles/" + first.id() + "?revision=2");

        // When
        Document head = Site.page("/articles/" + first.id());
        Document earlier = Site.page("/articles/" + first.id() + "?revision=1");

        // Then
        assertThat(head.select("h1").text()).isEqualTo("As corrected");
        assertThat(head.select("[role=note]")).isEmpty();
        assertThat(earlier.select("h1").text()).isEqualTo("As first told");
        assertThat(earlier.select("[role=note] a").attr("href")).isEqualTo("/articles/" + first.id());
    }

    @Test
    void showsWhatChangedBetweenRevisionsWordByWord() {
        // Given
        RawArticle first = TestArticles.raw("Forty <b>ships</b> waited outside").build();
        TestArticles.publish(first);
        Site.awaitStatus(200, "/articles/" + first.id());
        TestArticles.publish(first.toBuilder()
                .revision(2)
                .title("Sixty <b>ships</b> waited outside")
                .byline(null)
                .contentHash("c".repeat(64))
                .build());
        Site.awaitStatus(200, "/articles/" + first.id() + "?revision=2");
        String address = "/articles/" + first.id() + "?revision=2&against=1";

        // When
        Document head = Site.page("/articles/" + first.id());
        Document page = Site.page(address);
        Document back = Site.page("/articles/" + first.id() + "?revision=1&against=2");
        Document none = Site.page("/articles/" + first.id() + "?against=2");

        // Then
        assertThat(head.select("a[href*=against]").eachAttr("href")).containsExactly(address);
        assertThat(page.select(".part h2").eachText()).containsExactly("Headline", "Byline");
        assertThat(page.select(".part ins").eachText()).containsExactly("Sixty");
        assertThat(page.select(".part del").eachText()).containsExactly("Forty", "By <i>A. Writer</i>");
        assertThat(page.select(".part").first().text()).contains("<b>ships</b> waited outside");
        assertThat(page.select(".part b, .part i, script, style, [style]")).isEmpty();
        assertThat(page.select("[aria-current=true]").text()).isEqualTo("Revision 1 to 2");
        assertThat(back.select(".part ins").first().text()).isEqualTo("Forty");
        assertThat(none.select(".note h2").text()).isEqualTo("Nothing that is read");
        Site.pageOfStatus(404, "/articles/" + first.id() + "?against=7");
        Site.pageOfStatus(400, "/articles/" + first.id() + "?against=x");
        Site.pageOfStatus(404, "/articles/nosuch?revision=2&against=1");
    }

    @Test
    void fallsBackWhereTextsAreTooLargeOrTooDifferentToCompare() {
        // Given
        RawArticle first = TestArticles.raw("Ferry line opens").build();
        TestArticles.publish(first);
        TestArticles.publish(Stories.bare(
                first.toBuilder()
                        .revision(2)
                        .title("Something else entirely")
                        .body("word ".repeat(TextDiff.LARGEST))
                        .contentHash("c".repeat(64))
                        .build(),
                "en"));
        Site.awaitStatus(200, "/articles/" + first.id() + "?revision=2");

        // When
        Document page = Site.page("/articles/" + first.id() + "?revision=2&against=1");

        // Then
        assertThat(page.select(".part .note").eachText().get(0)).startsWith("Hardly a word is the same");
        assertThat(page.select(".part .note").eachText().get(1)).startsWith("This is too long");
        assertThat(page.select(".part .note a").eachAttr("href"))
                .contains("/articles/" + first.id() + "?revision=1", "/articles/" + first.id() + "?revision=2");
        assertThat(page.select("ins, del")).hasSize(2);
    }

    @Test
    void showsAnArticlesWayItsLikeAndItsOtherFormats() {
        // Given
        RawArticle article = TestArticles.raw("A way to be shown").build();
        RawArticle like = TestArticles.raw("Much the same").build();
        TestArticles.publish(article);
        TestArticles.publish(like);
        Site.awaitStatus(200, "/articles/" + article.id());
        Site.awaitStatus(200, "/articles/" + like.id());

        // When
        Document page = Site.page("/articles/" + article.id());

        // Then
        assertThat(page.select("#trail .head").eachText().stream()
                        .map(step -> step.split(" ")[0])
                        .toList())
                .containsSubsequence("Fetched", "Enriched", "Stored");
        assertThat(page.select("#trail").text()).containsPattern("articles\\.enriched\\S* \\d+:\\d+");
        assertThat(page.select("#similar a")).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(page.select("#similar .sub").text()).contains("names in common");
        assertThat(page.select("#similar a").eachAttr("href")).doesNotContain("/articles/" + article.id());
        assertThat(page.select(".side a[href='/api/articles/" + article.id() + "/ninjs']"))
                .hasSize(1);
    }

    @Test
    void saysThatAnArticleWasWithdrawnAndShowsNothingOfIt() {
        // Given
        RawArticle article = TestArticles.raw("To be withdrawn").build();
        TestArticles.publish(article);
        Site.awaitStatus(200, "/articles/" + article.id());
        TestArticles.publish(article.toBuilder()
                .revision(2)
                .status(ArticleStatus.CANCELED)
                .contentHash("d".repeat(64))
                .build());
        Site.awaitStatus(410, "/articles/" + article.id());

        // When
        Document page = Site.pageOfStatus(410, "/articles/" + article.id());

        // Then
        assertThat(page.select("h1").text()).isEqualTo("This article was withdrawn");
        assertThat(page.text()).doesNotContain("To be withdrawn", "Gafarova");
        Site.pageOfStatus(410, "/articles/" + article.id() + "?revision=1");
        Site.pageOfStatus(410, "/articles/" + article.id() + "?revision=2&against=1");
    }
}
