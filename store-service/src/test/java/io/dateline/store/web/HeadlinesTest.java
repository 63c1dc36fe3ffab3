package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Entity;
import io.dateline.store.query.AggregateQueries;
import io.dateline.store.story.Stories;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfraResource.class)
class HeadlinesTest {
    @Inject
    Stories stories;

    @Inject
    AggregateQueries aggregates;

    @Inject
    InstantSource clock;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void showsNamesThatAreToldOfMoreThanBefore() {
        // Given
        Instant now = clock.instant();
        String name = "Rising <" + run + ">";
        List<String> ids = new ArrayList<>();
        IntStream.range(0, 60)
                .forEach(i -> ids.add(publish("old-" + i, now.minus(Duration.ofDays(10)), "per:old-" + run, "Old")));
        IntStream.range(0, 25).forEach(i -> ids.add(publish("new-" + i, now.minusSeconds(60), "per:new " + run, name)));
        ids.forEach(id -> Site.awaitStatus(200, "/articles/" + id));

        // When
        List<FrontView.Rising> rising = new Headlines(stories, aggregates, clock).rising();
        Document page = Jsoup.parse(Templates.home(new FrontView(List.of(), rising, List.of(), null, 0))
                .render());

        // Then
        assertThat(rising).hasSizeLessThanOrEqualTo(8);
        assertThat(rising)
                .contains(new FrontView.Rising(
                        name,
                        "/entities/per:new%20" + run,
                        "25 articles in two days, 0 articles in the twelve before"));
        assertThat(rising).extracting(FrontView.Rising::label).doesNotContain("Old");
        assertThat(page.select(".rising a[href='/entities/per:new%20" + run + "']")
                        .text())
                .isEqualTo(name);
        assertThat(page.select(".reported")).isEmpty();
        assertThat(page.getElementById("empty").hasAttr("hidden")).isFalse();
    }

    @Test
    void leavesTheStripOutWhereNothingRises() {
        // When
        Document page = Jsoup.parse(Templates.home(new FrontView(List.of(), List.of(), List.of(), null, 0))
                .render());

        // Then
        assertThat(page.select(".rising, .reported")).isEmpty();
        assertThat(page.select("h1, main h2").eachText()).startsWith("Front page", "Newest");
    }

    private static String publish(String key, Instant published, String id, String name) {
        RawArticle article = TestArticles.raw("Told " + key)
                .publishedAt(published)
                .fetchedAt(published)
                .build();
        EnrichedArticle document = TestArticles.enriched(article);
        TestArticles.publish(new EnrichedArticle(
                article,
                document.language(),
                null,
                List.of(new Entity(
                        id,
                        Entity.Type.PER,
                        name,
                        0.9,
                        List.of(),
                        Entity.Links.NONE,
                        null,
                        null,
                        List.of(TestArticles.words(TestArticles.BODY, "Saysana Khotfouthone")),
                        "names/3")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                document.enrichment()));
        return article.id();
    }
}
