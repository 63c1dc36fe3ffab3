package io.dateline.store.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
class ReprocessingPagesTest {
    private final String source = "pages-" + UUID.randomUUID().toString().substring(0, 8);

    /** Of articles nobody has, so that all of them are sent at once. */
    private long begun() {
        return given().contentType("application/json")
                .body("{\"query\": \"source=" + source + "\", \"rate\": 7}")
                .post("/api/reprocessings")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static Document sent(long id) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(Site.page("/ops/reprocessings/" + id)
                                .select(".top")
                                .text())
                        .contains("sent"));
        return Site.page("/ops/reprocessings/" + id);
    }

    private static Response post(long id, String action, String... fields) {
        var form =
                given().redirects().follow(false).accept("text/html").contentType("application/x-www-form-urlencoded");
        for (int i = 0; i < fields.length; i += 2) {
            form.formParam(fields[i], fields[i + 1]);
        }
        return form.post("/ops/reprocessings/" + id + "/" + action);
    }

    @Test
    void listsThemAndLeadsToEach() {
        // Given
        long id = begun();
        sent(id);

        // When
        Document list = Site.page("/ops/reprocessings");
        Document one = Site.page("/ops/reprocessings/" + id);

        // Then
        assertThat(Site.page("/ops").select("a[href=/ops/reprocessings]")).hasSize(1);
        assertThat(list.select("tr:contains(source=" + source + ")").text()).contains("sent", "0 sent", "7 per second");
        assertThat(list.select("a[href=/ops/reprocessings/" + id + "]")).isNotEmpty();
        assertThat(one.select(".facts a").attr("href")).isEqualTo("/search?source=" + source);
        assertThat(one.select("#h-found ~ p").text()).isEqualTo("No tags of another version than the one shown yet.");
        assertThat(one.select("meta[name=referrer]").attr("content")).isEqualTo("same-origin");
        assertThat(one.select("script:not([src]), style, [style]")).isEmpty();
    }

    @Test
    void doesWhatItsFormsSayAndTellsWhyNot() {
        // Given
        long id = begun();
        sent(id);

        // When
        Response paused = post(id, "pause");
        Response goesOn = post(id, "resume", "rate", "9");
        Response tooFast = post(id, "resume", "rate", "1001");
        Response tooEarly = post(id, "switch");

        // Then
        assertThat(paused.statusCode()).isEqualTo(303);
        assertThat(paused.header("Location")).endsWith("/ops/reprocessings/" + id + "?done=pause");
        assertThat(Site.page("/ops/reprocessings/" + id + "?done=resume")
                        .select("[role=status]")
                        .text())
                .startsWith("It goes on");
        assertThat(goesOn.statusCode()).isEqualTo(303);
        assertThat(sent(id).select(".facts").text()).contains("9 per second");
        assertThat(tooFast.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(tooFast.asString()).select("[role=alert]").text())
                .contains("rate is a number");
        assertThat(tooEarly.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(tooEarly.asString()).select("[role=alert]").text())
                .contains("No tags have come back yet.");
    }

    @Test
    void anotherSitesPageMayNotSendTheForms() {
        // Given
        long id = begun();

        // When
        Response response = given().header("Sec-Fetch-Site", "cross-site").post("/ops/reprocessings/" + id + "/stop");

        // Then
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(sent(id).select(".top").text()).doesNotContain("stopped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ops/reprocessings/999999999", "/ops/reprocessings/x"})
    void answersAPageForWhatIsNotThere(String path) {
        Site.pageOfStatus(404, path);
    }

    @Test
    void knowsNoOtherActions() {
        assertThat(post(begun(), "explode").statusCode()).isEqualTo(404);
    }
}
