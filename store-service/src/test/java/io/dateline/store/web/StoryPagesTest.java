package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.testing.Stories;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfraResource.class)
class StoryPagesTest {

    @Test
    void leadsFromAnArticleToItsStoryAndTellsWhoCopies() {
        // Given
        String run = UUID.randomUUID().toString().substring(0, 8);
        String body =
                "The harbour of Perandor" + run + " reopened on Monday after the storm, the mayor said. Forty ships"
                        + " had waited outside for six days, and the fish market was full"
                        + " again by noon. Nobody was hurt.";
        RawArticle original = TestArticles.raw("Harbour of Perandor" + run + " reopens")
                .body(body)
                .source(new Source("first-" + run, "AZERTAC", Source.Kind.WIRE))
                .build();
        RawArticle copy = TestArticles.raw("Perandor" + run + " harbour open again")
                .body(body)
                .source(new Source("copier-" + run, "The Copier", Source.Kind.FEED))
                .build();
        TestArticles.publish(plain(original));
        Site.awaitStatus(200, "/articles/" + original.id());
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> Site.page("/stories?min-sources=1&source=first-" + run)
                                .select(".headline a"),
                        found -> !found.isEmpty());
        assertThat(Site.page("/articles/" + original.id()).select("a[href^=/stories/story-]"))
                .as("alone in its story")
                .isEmpty();
        TestArticles.publish(plain(copy));
        Site.awaitStatus(200, "/articles/" + copy.id());

        // When
        String address = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> Site.page("/articles/" + original.id())
                                .select("a[href^=/stories/story-]")
                                .attr("href"),
                        href -> !href.isEmpty());
        Document story = Site.page(address);

        // Then
        Document told = Site.page("/articles/" + original.id());
        assertThat(told.select("#show-ids").hasAttr("checked")).isFalse();
        assertThat(story.select("h1").text()).isEqualTo(original.title());
        assertThat(story.select(".side").text()).contains("AZERTAC", "began");
        assertThat(Site.page("/stories?min-sources=1&source=copier-" + run)
                        .select(".headline a")
                        .eachAttr("href"))
                .contains(address);
        assertThat(Site.page("/stories").select("h1").text()).isEqualTo("Stories");

        // When
        Document page = Site.page("/stories?min-sources=1&source=copier-" + run);
        Document largest =
                Site.page(page.select(".does a:containsOwn(Largest first)").attr("href"));

        // Then
        assertThat(largest.select(".headline a").eachAttr("href")).contains(address);
        assertThat(page.select("form.ask input[name=min-sources]").val()).isEqualTo("1");
        assertThat(page.select("form.ask input[type=hidden]").eachAttr("value")).containsExactly("copier-" + run);
        assertThat(Site.page("/stories")
                        .select("form.ask input[name=min-sources]")
                        .val())
                .isEqualTo("2");
        assertThat(Site.page("/stories?event=assault&event-place=&min-sources=1&source=copier-" + run)
                        .select(".note h2, option[selected]")
                        .eachAttr("value"))
                .contains("ASSAULT");
        assertThat(Site.page("/stories?event=ASSAULT&source=copier-" + run).text())
                .contains("No story matches");
        assertThat(largest.select(".top .state").text()).contains("most articles first");
        assertThat(largest.select(".does a:containsOwn(Latest first)").attr("href"))
                .isEqualTo("/stories?source=copier-" + run + "&min-sources=1");
    }

    @Test
    void answersAnUnknownStoryWithAPage() {
        assertThat(Site.pageOfStatus(404, "/stories/story-none").select("h1")).hasSize(1);
    }

    @Test
    void refusesParametersItDoesNotKnow() {
        Site.pageOfStatus(400, "/stories?min-sources=none");
    }

    private static EnrichedArticle plain(RawArticle article) {
        return Stories.bare(article, "en");
    }
}
