package io.dateline.store.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.article.RawArticle;
import io.dateline.store.testing.Stories;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfraResource.class)
class SavedPagesTest {
    private final String name = "<b>Page</b> " + UUID.randomUUID();

    private Response save(String query, String url) {
        return given().redirects()
                .follow(false)
                .formParam("name", name)
                .formParam("query", query)
                .formParam("url", url)
                .post("/saved");
    }

    @Test
    void aSearchLeadsToTheFormThatSavesIt() {
        // When
        Document search = Site.page("/search?q=two+words&place=AZ&not-source=x&sort=relevance");
        String href = search.select("p.save a").attr("href");
        Document form = Site.page(href);

        // Then
        assertThat(form.select("input[name=query]").val()).isEqualTo("q=two+words&place=AZ&not-source=x");
        assertThat(Site.page("/search").select("p.save")).isEmpty();
    }

    @Test
    void savesShowsAndDeletes() {
        // When
        Response saved = save("q=harvest&place=AZ", "");
        String path = saved.header("Location").replaceFirst("^https?://[^/]*", "");
        Document page = Site.page(path);

        // Then
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(page.select("h1").text()).isEqualTo(name);
        assertThat(page.select(".top .state").text()).matches("harvest · (AZ|Azerbaijan)");
        assertThat(page.select("a:containsOwn(All matches)").attr("href")).isEqualTo("/search?place=AZ&q=harvest");
        assertThat(Site.page("/saved").select("a[href=" + path + "]").text()).isEqualTo(name);
        assertThat(page.select("nav a[aria-current=page]").attr("href")).isEqualTo("/saved");

        // When
        Response deleted = given().redirects().follow(false).post(path + "/delete");

        // Then
        assertThat(deleted.statusCode()).isEqualTo(303);
        Site.pageOfStatus(404, path);
    }

    @Test
    void showsTheFiveNewestOfWhatMatches() {
        // Given
        String word = "harvest" + UUID.randomUUID().toString().replace("-", "");
        for (int i = 1; i <= 6; i++) {
            RawArticle article = TestArticles.raw(word + " no " + i)
                    .publishedAt(Instant.parse("2026-11-0" + i + "T08:00:00Z"))
                    .build();
            TestArticles.publish(Stories.bare(article, "en"));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Site.page("/search?q=" + word).select(".headline").size() == 6);

        // When
        Response saved = save("q=" + word, "");
        Document page = Site.page(saved.header("Location").replaceFirst("^https?://[^/]*", ""));
        Response other = save("q=nothing" + word, "");
        Document none = Site.page(other.header("Location").replaceFirst("^https?://[^/]*", ""));

        // Then
        assertThat(page.select(".headline").eachText())
                .containsExactly(word + " no 6", word + " no 5", word + " no 4", word + " no 3", word + " no 2");
        assertThat(none.select(".headline")).isEmpty();
        assertThat(none.select("section.found").text()).contains("Nothing matches yet.");
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        // When
        Response refused = save("colour=red", "https://127.0.0.1/");
        Document page = Jsoup.parse(refused.asString());

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(page.select("[role=alert] li").eachText()).hasSize(2);
        assertThat(page.select("input[name=query]").val()).isEqualTo("colour=red");
        assertThat(page.select("input[name=url]").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("input[name=name]").val()).isEqualTo(name);
    }

    /** Encoded, four hundred letters are 2,400 characters. */
    @Test
    void savesAQueryOfAsManyLettersAsASearchMayHave() {
        // When
        Response saved = save("q=" + "%D0%B0".repeat(400), "");

        // Then
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(save("q=" + "%D0%B0".repeat(401), "").statusCode()).isEqualTo(422);
    }

    private Response change(String path, String newName, String query, String url) {
        return given().redirects()
                .follow(false)
                .formParam("name", newName)
                .formParam("query", query)
                .formParam("url", url)
                .post(path + "/change");
    }

    @Test
    void changesNameQueryAndWebhook() {
        // Given
        String path = save("q=harvest&place=AZ", "").header("Location").replaceFirst("^https?://[^/]*", "");
        Document form = Site.page(path);

        // When
        Response renamed = change(path, name + "2", "not-source=x&q=two+words", "");
        Document after = Site.page(path);

        // Then
        assertThat(form.select("form.fill input").eachAttr("value")).containsExactly(name, "place=AZ&q=harvest", "");
        assertThat(form.select("details[open]")).isEmpty();
        assertThat(renamed.statusCode()).isEqualTo(303);
        assertThat(after.select("h1").text()).isEqualTo(name + "2");
        assertThat(after.select("input[name=query]").val()).isEqualTo("not-source=x&q=two+words");

        // When
        Response hooked = change(path, name, "", "https://93.184.216.34/hook");
        Document once = Jsoup.parse(hooked.asString());
        Response again = change(path, name, "", "https://93.184.216.34/other");

        // Then
        assertThat(hooked.statusCode()).isEqualTo(200);
        assertThat(hooked.header("Cache-Control")).isEqualTo("no-store");
        assertThat(once.select("code.secret").text()).startsWith("whsec_");
        assertThat(again.statusCode()).as("it keeps its secret").isEqualTo(303);
        assertThat(Site.page(path).select(".facts").text()).contains("https://93.184.216.34/other");

        // When
        change(path, name, "", "");

        // Then
        assertThat(Site.page(path).select("#hook ~ .facts, #log")).isEmpty();
    }

    @Test
    void aChangeThatIsWrongChangesNothingAndKeepsWhatWasTyped() {
        // Given
        String path = save("q=harvest", "").header("Location").replaceFirst("^https?://[^/]*", "");

        // When
        Response refused = change(path, "", "colour=red", "https://127.0.0.1/");
        Document page = Jsoup.parse(refused.asString());

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(page.select("h1").text()).isEqualTo(name);
        assertThat(page.select("details[open] [role=alert] li").eachText()).hasSize(3);
        assertThat(page.select("input[name=query]").val()).isEqualTo("colour=red");
        assertThat(page.select("input[aria-invalid]")).hasSize(3);
        assertThat(Site.page(path).select("input[name=query]").val()).isEqualTo("q=harvest");
        assertThat(change("/saved/nosuch", name, "", "").statusCode()).isEqualTo(404);
    }

    @Test
    void anotherSitesPageMayNotSendTheForm() {
        // When
        Response response = given().header("Sec-Fetch-Site", "cross-site")
                .formParam("name", name)
                .formParam("query", "")
                .post("/saved");

        // Then
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(Site.page("/saved").text()).doesNotContain(name);
    }
}
