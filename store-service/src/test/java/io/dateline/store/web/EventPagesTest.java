package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Source;
import io.dateline.store.testing.Days;
import io.dateline.store.testing.Stories;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
class EventPagesTest {
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Source first = new Source("first-" + run, "First <" + run + ">", Source.Kind.FEED);
    private final Source second = new Source("second-" + run, "Second " + run, Source.Kind.FEED);
    /** Makes the event different from that of every other test. */
    private final LocalDate day = LocalDate.ofInstant(Days.next(), ZoneOffset.UTC);

    @Test
    void tellsWhoDidWhatToWhomInWhoseWords() {
        // Given
        RawArticle article = publish(first, "2025-09-20T10:00:00Z");

        // When
        Document page = Site.page("/events?source=first-" + run);

        // Then
        Element deed = page.selectFirst(".deed");
        assertThat(page.select(".deed")).hasSize(1);
        assertThat(deed.select(".did").text())
                .isEqualTo("Laos Laos, judiciary met or talked with Sahiba <Gafarova> Azerbaijan, legislature");
        assertThat(deed.select(".origin").first().text()).contains("Baku, Azerbaijan · " + day.getDayOfMonth());
        assertThat(deed.select(".snippet").text()).startsWith("Speaker Sahiba Gafarova met Saysana");
        assertThat(deed.select(".snippet .words").text()).isEqualTo("met");
        assertThat(deed.select(".origin").last().text())
                .isEqualTo("Told by <i>strangers</i> · First <" + run + "> · told once");
        assertThat(deed.select(".origin a[href='/articles/" + article.id() + "']"))
                .hasSize(1);
        assertThat(page.select("script:not([src]), .deed i, style, [style], img"))
                .isEmpty();
    }

    @Test
    void drawsAMapWhoseDotsNarrowToTheirPlace() {
        // Given
        publish(first, "2025-09-20T10:00:00Z");

        // When
        Document page = Site.page("/events?source=first-" + run);

        // Then
        assertThat(page.select(".world a:not([aria-hidden])")).hasSize(1);
        assertThat(page.select(".world a[aria-hidden][tabindex=-1] .hit")).hasSize(1);
        assertThat(page.select(".world a title").text()).isEqualTo("Baku, Azerbaijan: 1 event");
        assertThat(page.select(".world a").last().attr("href"))
                .isEqualTo("/events?place=geonames%3A587084&source=first-" + run);
        assertThat(page.select(".places li").text()).isEqualTo("Baku, Azerbaijan 1");
        Document narrowed = Site.page(page.select(".world a").last().attr("href"));
        assertThat(narrowed.select(".deed")).hasSize(1);
        assertThat(narrowed.select(".chip .k").eachText())
                .containsExactly("in Baku, Azerbaijan", "told by First <" + run + ">");
        assertThat(narrowed.select(".chip").first().attr("href")).isEqualTo("/events?source=first-" + run);
        assertThat(narrowed.select("input[name=place]").val()).isEqualTo("geonames:587084");
    }

    @Test
    void takesAFormAsItIsSentAndFillsItAgain() {
        // Given
        publish(first, "2025-09-20T10:00:00Z");

        // When
        Document page = Site.page("/events?actor=laos&event=CONSULT&recipient=&place=&source=first-" + run
                + "&event-from=" + day + "&event-to=" + day + "&told-from=2025-09-20&not-place=FR");

        // Then
        assertThat(page.select(".deed")).hasSize(1);
        assertThat(page.select("input[name=actor]").val()).isEqualTo("laos");
        assertThat(page.select("option[selected]").attr("value")).isEqualTo("CONSULT");
        assertThat(page.select("input[type=date]").eachAttr("value")).containsExactly(day.toString(), day.toString());
        assertThat(page.select("input[type=hidden]").eachAttr("name")).containsExactly("not-place", "told-from");
        assertThat(page.select(".chip")).hasSize(7);
        assertThat(Site.page("/events?event=ASSAULT&source=first-" + run)
                        .select(".note h2")
                        .text())
                .isEqualTo("No event matches");
    }

    @Test
    void pagesThroughEvents() {
        // Given
        publish(first, "2025-09-20T10:00:00Z", day);
        publish(first, "2025-09-21T10:00:00Z", day.plusDays(1));

        // When
        Document newest = Site.page("/events?limit=1&source=first-" + run);
        Document older = Site.page(newest.select(".more a").attr("href"));

        // Then
        assertThat(newest.select(".deed")).hasSize(1);
        assertThat(older.select(".deed")).hasSize(1);
        assertThat(older.select(".did .act").attr("href"))
                .isNotEqualTo(newest.select(".did .act").attr("href"));
        assertThat(older.select(".more a")).isEmpty();
        assertThat(older.select(".count a").attr("href")).contains("source=first-" + run);
    }

    @Test
    void tellsOfOneEventWhoWasFirstAndInWhichWords() {
        // Given
        RawArticle earlier = publish(first, "2025-09-20T10:00:00Z");
        publish(second, "2025-09-21T10:00:00Z");
        String address =
                Site.page("/events?source=second-" + run).select(".did .act").attr("href");

        // When
        Document page = Site.page(address);

        // Then
        assertThat(page.select("h1").text()).isEqualTo("Laos met or talked with Sahiba <Gafarova>");
        assertThat(page.select(".lead .by").text())
                .isEqualTo("told 2 times by 2 sources, first by First <" + run + "> on 20 Sep 2025, 10:00 UTC");
        assertThat(page.select("blockquote .words").eachText()).containsExactly("met", "met");
        assertThat(page.select(".stories .origin").eachText())
                .containsExactly(
                        "Told by <i>strangers</i> · Second " + run, "Told by <i>strangers</i> · First <" + run + ">");
        assertThat(page.select(".side section:contains(First told) a").first().attr("href"))
                .isEqualTo("/articles/" + earlier.id());
        assertThat(page.select(".side .world circle")).hasSize(1);
        assertThat(page.select(".side a[href='/entities/geonames:1655842']")).hasSize(1);
        Document one = Site.page(address + "?limit=1");
        assertThat(one.select("blockquote")).hasSize(1);
        assertThat(Site.page(one.select(".more a").attr("href"))
                        .select(".stories .origin")
                        .text())
                .contains("First <" + run + ">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events?event-from=yesterday",
                "/events?cursor=nonsense",
                "/events?limit=0",
                "/events?nosuch=1",
                "/events?min-confidence=2"
            })
    void explainsABadQuestionInThePageItself(String path) {
        // When
        Document page = Site.pageOfStatus(400, path);

        // Then
        assertThat(page.select("[role=alert] h2").text()).isNotBlank();
        assertThat(page.select("form.ask")).hasSize(1);
    }

    @Test
    void marksTheFieldThatIsWrong() {
        assertThat(Site.pageOfStatus(400, "/events?event-to=2025-13-41")
                        .select("input[aria-invalid]")
                        .attr("name"))
                .isEqualTo("event-to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events/evt-none", "/events/%00"})
    void answersAPageForAnEventNobodyTells(String path) {
        assertThat(Site.pageOfStatus(404, path).select("h1").text()).isEqualTo("There is nothing at this address");
    }

    @Test
    void refusesParametersThatOneEventDoesNotKnow() {
        publish(first, "2025-09-20T10:00:00Z");
        String address =
                Site.page("/events?source=first-" + run).select(".did .act").attr("href");
        assertThat(Site.pageOfStatus(400, address + "?nosuch=1").select("h1").text())
                .isEqualTo("This request cannot be understood");
        Site.pageOfStatus(400, address + "?cursor=nonsense");
    }

    private RawArticle publish(Source source, String published) {
        return publish(source, published, day);
    }

    private static RawArticle publish(Source source, String published, LocalDate day) {
        RawArticle article = TestArticles.raw("Told by <i>strangers</i>")
                .source(source)
                .publishedAt(Instant.parse(published))
                .build();
        TestArticles.publish(Stories.on(day, TestArticles.enriched(article)));
        Site.awaitStatus(200, "/articles/" + article.id());
        return article;
    }
}
