package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.PlaceLink;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
class EntityPagesTest {
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void tellsWhatIsKnownOfAPlaceAndShowsWhereItLies() {
        // Given
        String id = "geonames:9" + Integer.toUnsignedLong(run.hashCode());
        Entity place = new Entity(
                id,
                Entity.Type.LOC,
                "Ba'ku " + run,
                0.9,
                List.of(),
                new Entity.Links(id.substring("geonames:".length()), null, null),
                new PlaceLink(id, "Ba'ku " + run, "AZ", null, 40.37767, 49.89201),
                "only-sense",
                List.of(TestArticles.words(TestArticles.BODY, "Baku")),
                "names/3");
        RawArticle article = TestArticles.raw("A place and its page").build();
        publish(List.of(place, person("per:there " + run, "There <" + run + ">", Entity.Links.NONE)), article);

        // When
        Document page = Site.page("/entities/" + id);

        // Then
        assertThat(page.select("h1").text()).isEqualTo("Ba'ku " + run);
        assertThat(page.select(".lead .origin").text()).isEqualTo("place · Ba'ku " + run + ", Azerbaijan");
        assertThat(page.select(".side .world circle")).hasSize(1);
        assertThat(page.select(".side .world use").attr("href")).matches("/assets/world\\.svg\\?v=[0-9a-f]{12}#land");
        assertThat(page.select(".side").text())
                .contains("40.38° N, 49.89° E", "Named together with There <" + run + "> 1");
        assertThat(page.select(".side a[href='/events?place=" + id + "']")).hasSize(1);
        assertThat(page.select(".facts a").eachAttr("href"))
                .containsExactly(
                        "/search?entity=" + id.replace(":", "%3A"),
                        "https://www.geonames.org/" + id.substring("geonames:".length()));
    }

    @Test
    void tellsWhatSomebodySaidAndWhatHappenedToThem() {
        // Given
        RawArticle article = TestArticles.raw("Somebody and their page").build();
        TestArticles.publish(article);
        Site.awaitStatus(200, "/articles/" + article.id());

        // When
        Document page = Site.page("/entities/per:sahiba-gafarova");

        // Then
        assertThat(page.select("h1").text()).isEqualTo("Sahiba <Gafarova>");
        Element deed = page.selectFirst("section[aria-labelledby=h-done] .deed");
        assertThat(deed.select(".did").text())
                .isEqualTo("Laos Laos, judiciary met or talked with Sahiba <Gafarova> Azerbaijan, legislature");
        assertThat(deed.select(".did a").eachAttr("href")).first().isEqualTo("/entities/geonames:1655842");
        assertThat(deed.select(".words").text()).isEqualTo("met");
        assertThat(deed.select(".did .act").attr("href")).startsWith("/events/evt-");
        assertThat(page.select("#h-did")).isEmpty();
        assertThat(page.select(".side q").eachText()).contains("<b>relations</b> & more");
        assertThat(page.select("a[href='/events?recipient=per%3Asahiba-gafarova']"))
                .hasSize(1);
    }

    @Test
    void drawsItsArticlesOverTimeAndLeadsFromEachBarToThem() {
        // Given
        Entity entity = person("per:daily " + run, "Daily " + run, new Entity.Links(null, "Q42", null));
        for (int day = 1; day <= 3; day++) {
            publish(
                    entity,
                    TestArticles.raw("Day " + day)
                            .publishedAt(Instant.parse("2025-09-0" + day + "T10:00:00Z"))
                            .build());
        }

        // When
        Document page = Site.page("/entities/per:daily%20" + run);

        // Then
        assertThat(page.select(".bars a")).hasSize(3);
        assertThat(page.select(".bars a").first().attr("href"))
                .isEqualTo("/search?entity=per%3Adaily+" + run + "&from=2025-09-01&to=2025-09-01");
        assertThat(page.select(".bars title").first().text()).isEqualTo("1 Sep 2025: 1 article");
        assertThat(page.select(".facts").text()).contains("3 articles", "1 Sep 2025", "3 Sep 2025", "Wikidata");
        assertThat(page.select(".facts a[href^=https]").attr("href")).isEqualTo("https://www.wikidata.org/wiki/Q42");
        assertThat(Site.page(page.select(".bars a").first().attr("href"))
                        .select(".story .headline")
                        .eachText())
                .containsExactly("Day 1");
    }

    @Test
    void tellsWhichOfficesSomebodyHeldAndWhen() {
        // Given
        String body = TestArticles.BODY;
        Entity plain = person("per:held " + run, "Held " + run, Entity.Links.NONE);
        Entity holder = new Entity(
                plain.id(),
                plain.type(),
                plain.name(),
                plain.salience(),
                List.of(new Entity.Role("Speaker", TestArticles.words(body, "Speaker"), null)),
                plain.links(),
                null,
                null,
                plain.mentions(),
                plain.by());
        publish(
                holder,
                TestArticles.raw("Held first")
                        .publishedAt(Instant.parse("2025-09-01T10:00:00Z"))
                        .build());
        publish(
                holder,
                TestArticles.raw("Held last")
                        .publishedAt(Instant.parse("2025-09-05T10:00:00Z"))
                        .build());

        // When
        Document page = Site.page("/entities/per:held%20" + run);

        // Then
        assertThat(page.select(".lead .origin").text()).isEqualTo("person · Speaker");
        assertThat(page.select(".side").text()).contains("Speaker 2 articles 1 Sep 2025 to 5 Sep 2025");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"quotes\" & 'more' {view.name}", "a/b/../c?d#e", "100%"})
    void escapesHostileNamesAndFindsThemByTheirIds(String name) {
        // Given
        Entity entity = person("per:" + name + run, name, new Entity.Links("javascript:1", "Q1/../x", null));
        RawArticle article = TestArticles.raw("About " + name).build();
        publish(entity, article);

        // When
        String address = Site.page("/articles/" + article.id())
                .select(".side a.k.per")
                .first()
                .attr("href");
        Document page = Site.page(address);

        // Then
        assertThat(address)
                .isEqualTo("/entities/per:"
                        + URLEncoder.encode(name + run, StandardCharsets.UTF_8).replace("+", "%20"));
        assertThat(page.select("h1").text()).isEqualTo(name);
        assertThat(page.select("script:not([src]), [onclick], style, [style], img"))
                .isEmpty();
        assertThat(page.select(".facts a[href^=http], a[href^=javascript]")).isEmpty();
        assertThat(page.select(".facts a").attr("href")).startsWith("/search?entity=per%3A");
        assertThat(Site.page(page.select(".facts a").attr("href")).select(".story"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/entities/per:nobody-at-all", "/entities/geonames:0", "/entities/%00", "/entities/a/b"})
    void answersAPageForSomebodyNobodyNames(String path) {
        assertThat(Site.pageOfStatus(404, path).select("h1").text()).isEqualTo("There is nothing at this address");
    }

    private static Entity person(String id, String name, Entity.Links links) {
        return new Entity(
                id,
                Entity.Type.PER,
                name,
                0.9,
                List.of(),
                links,
                null,
                null,
                List.of(TestArticles.words(TestArticles.BODY, "Saysana Khotfouthone")),
                "names/3");
    }

    private static void publish(Entity entity, RawArticle article) {
        publish(List.of(entity), article);
    }

    private static void publish(List<Entity> entities, RawArticle article) {
        EnrichedArticle document = TestArticles.enriched(article);
        TestArticles.publish(new EnrichedArticle(
                article,
                document.language(),
                null,
                entities,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                document.enrichment()));
        Site.awaitStatus(200, "/articles/" + article.id());
    }
}
