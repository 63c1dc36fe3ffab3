package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.testing.Stories;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
class TopicPagesTest {

    @Test
    void showsTheTopOfTheTreeWithCounts() {
        // Given
        EnrichedArticle document = Stories.story("tree-" + UUID.randomUUID());
        TestArticles.publish(document);
        Site.awaitStatus(200, "/articles/" + document.article().id());

        // When
        Document page = Site.page("/topics");

        // Then
        assertThat(page.select(".tree > li:has(h2 a[href='/topics/medtop:11000000']) ul a")
                        .eachAttr("href"))
                .contains("/topics/medtop:20000638");
        assertThat(page.select(".tree .n").eachText()).allMatch(count -> count.matches("[1-9][0-9,]*"));
        assertThat(page.select(".top .state").text()).matches("of (the newest )?[0-9,]+ articles?, by .*");
    }

    @Test
    void tellsOfATopicWhatIsAboveItAndWhoItIsAbout() {
        // Given
        RawArticle article = TestArticles.raw("A topic and its page")
                .publishedAt(Instant.now())
                .build();
        TestArticles.publish(article);
        Site.awaitStatus(200, "/articles/" + article.id());

        // When
        Document page = Site.page("/topics/medtop:20000639");

        // Then
        assertThat(page.select("h1").text()).isEqualTo("diplomacy");
        assertThat(page.select(".lead nav a").eachAttr("href"))
                .containsExactly("/topics", "/topics/medtop:11000000", "/topics/medtop:20000638");
        assertThat(page.select(".by a").attr("href")).isEqualTo("/search?topic=medtop%3A20000639");
        assertThat(page.select(".stories .headline").eachText()).contains("A topic and its page");
        assertThat(page.select(".side section:contains(Who it is about) a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(href -> href.startsWith("/entities/"));
        assertThat(page.select(".side section:contains(Who writes about it) a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(href -> href.startsWith("/search?topic=medtop%3A20000639&source="));
        assertThat(page.select("script:not([src]), style, [style], img")).isEmpty();
    }

    @Test
    void leadsFromABroadTopicToTheNarrowerOnesAndCountsTheirArticles() {
        // Given
        EnrichedArticle document = Stories.story("below-" + UUID.randomUUID());
        TestArticles.publish(document);
        Site.awaitStatus(200, "/articles/" + document.article().id());

        // When
        Document page = Site.page("/topics/20000638");

        // Then
        Element diplomacy =
                page.selectFirst(".side section:contains(Narrower) li:has(a[href='/topics/medtop:20000639'])");
        assertThat(page.selectFirst(".side section:contains(Narrower) li")).isEqualTo(diplomacy);
        assertThat(diplomacy.select(".n").text()).matches("[1-9][0-9,]*");
        assertThat(page.select(".side section:contains(Narrower) li:not(:has(.n))"))
                .isNotEmpty();
    }

    @Test
    void saysSoWhereNoArticleIsAboutATopic() {
        assertThat(Site.page("/topics/medtop:20000002").select(".note").text())
                .isEqualTo("No stored article is about this.");
        assertThat(Site.page("/topics?source=none-at-all").select(".note h2").text())
                .isEqualTo("No topic yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/topics/medtop:00000000", "/topics/%00", "/topics/%3Cscript%3E"})
    void answersAPageForATopicThereIsNot(String path) {
        assertThat(Site.pageOfStatus(404, path).select("h1").text()).isEqualTo("There is nothing at this address");
    }

    @Test
    void refusesParametersItDoesNotKnow() {
        assertThat(Site.pageOfStatus(400, "/topics?nosuch=1").select("h1").text())
                .isEqualTo("This request cannot be understood");
    }
}
