package io.dateline.store.web;

import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.topic.Topics;
import io.dateline.store.testing.Buried;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
class DeadLetterPagesTest {
    private static final String DEAD = Topics.deadLetter(Topics.ENRICHED);

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private String path(long offset) {
        return "/ops/dead-letters/" + DEAD + "/0/" + offset;
    }

    private long bury(String key, String value) {
        return Buried.enriched(id(key), value.getBytes(StandardCharsets.UTF_8), "page of " + run, 0)
                .offset();
    }

    private static String json(String key) {
        return new String(MessageCodec.encode(story(key)), StandardCharsets.UTF_8);
    }

    /** The page a form led to, as a browser would follow. */
    private static Document after(Response posted) {
        assertThat(posted.statusCode()).isEqualTo(303);
        return Site.page(posted.header("Location").replaceFirst("^https?://[^/]*", ""));
    }

    private static Response submit(Element form, String... more) {
        var request = given().redirects().follow(false);
        form.select("input[type=hidden]").forEach(field -> request.formParam(field.attr("name"), field.val()));
        for (int i = 0; i < more.length; i += 2) {
            request.formParam(more[i], more[i + 1]);
        }
        return request.post(form.attr("action"));
    }

    @Test
    void anArticleIsFoundFromTheBoardWhereverItEnded() {
        // Given
        String key = run + "sought";
        long offset = bury(key, "{}");
        Element form = Site.page("/ops").select("form[action=/ops/article]").first();
        assertThat(form.select("input[name=id]")).hasSize(1);

        // When
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Document found = Site.page("/ops/article?id=" + id(key));

            // Then
            assertThat(found.select("td a").eachAttr("href")).containsExactly(path(offset));
            assertThat(found.select("td code").text()).isEqualTo("unstorable");
        });
        Response nowhere = Site.get("/ops/article?id=%3Cb%3Ewire");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.asString())
                .contains("The store has no article of this id")
                .doesNotContain("<b>wire");
        assertThat(Site.page("/ops/article").select(".note")).isEmpty();
    }

    @Test
    void leadsFromTheCauseToItsLettersAndPutsMarkedOnesAndTheRestBack() {
        // Given
        for (int i = 0; i < 3; i++) {
            bury(run + i, json(run + i));
        }

        // When
        Document groups = Site.page("/ops/dead-letters");
        Element row = groups.select("tr:contains(page of " + run + ")").first();
        Document group = Site.page(row.select("a").first().attr("href"));

        // Then
        assertThat(row.text()).contains("unstorable", DEAD, "3");
        assertThat(group.select("tbody tr")).hasSize(3);
        assertThat(group.text()).doesNotContain("Gafarova");
        assertThat(group.select("details summary").text()).isEqualTo("Put back all 3 (never put back yet)");
        assertThat(group.select("input[data-marks=letter]")).hasSize(1);
        assertThat(group.select("tbody time").first().text()).matches(".* \\d\\d:\\d\\d:\\d\\d UTC");

        // When
        String marked = group.select("input[name=letter]").first().val();
        Document some = after(submit(group.select("form#mark").first(), "letter", marked));
        Document all = after(submit(some.select("details form").first()));
        Document none = after(submit(group.select("form#mark").first()));

        // Then
        assertThat(some.select("[role=status]").text()).isEqualTo("1 put back.");
        assertThat(some.select("tbody tr:contains(put back just now)")).hasSize(1);
        assertThat(some.select("details summary").text()).startsWith("Put back all 2 ");
        assertThat(all.select("[role=status]").text())
                .isEqualTo("2 put back. 1 had been put back before and were left alone.");
        assertThat(all.select("tbody tr:contains(never)")).isEmpty();
        assertThat(all.select("details")).isEmpty();
        assertThat(none.select("[role=status]").text()).isEqualTo("Mark some letters first.");
        for (int i = 0; i < 3; i++) {
            Site.awaitStatus(200, "/articles/" + id(run + i));
        }
    }

    @Test
    void showsALetterPrettyAndPutsItBackEdited() {
        // Given
        long offset = bury(run, json(run).replace("\"revision\":1", "\"revision\":0"));

        // When
        Document letter = Site.page(path(offset));

        // Then
        assertThat(letter.select("pre.payload").text()).contains("\"revision\" : 0", "Gafarova");
        assertThat(letter.text()).contains("it would die again", "revision is below 1", "x-own");
        assertThat(letter.select("meta[name=referrer]").attr("content")).isEqualTo("same-origin");

        // When: edited badly, then well
        Element form = letter.select("details form").first();
        String typed = form.select("textarea").val();
        Response bad = submit(form, "payload", typed.replace("\"revision\" : 0", "\"revision\" : -1"));
        Response broken = submit(form, "payload", "{\"id\": Gafarova");
        Document good = after(submit(form, "payload", typed.replace("\"revision\" : 0", "\"revision\" : 1")));

        // Then
        assertThat(bad.statusCode()).isEqualTo(422);
        Document refused = Jsoup.parse(bad.asString());
        assertThat(refused.select("[role=alert]").text()).contains("payload invalid: revision is below 1");
        assertThat(refused.select("textarea").val()).contains("\"revision\" : -1");
        assertThat(refused.select("details[open]")).hasSize(1);
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(broken.asString()).select("[role=alert]").text()).contains("no JSON from line 1");
        assertThat(good.select("[role=status]").text()).isEqualTo("1 put back.");
        assertThat(good.text()).contains("edited");
        Site.awaitStatus(200, "/articles/" + id(run));
    }

    @Test
    void putsALetterBackAsItIs() {
        // Given
        long offset = bury(run, json(run));

        // When
        Element form = Site.page(path(offset)).select("main section > form").first();
        Document page = after(given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .post(path(offset) + "/replay"));

        // Then
        assertThat(form.attr("action")).isEqualTo(path(offset) + "/replay");
        assertThat(page.select("[role=status]").text()).isEqualTo("1 put back.");
        assertThat(page.select("ul.done li")).hasSize(1);
        Site.awaitStatus(200, "/articles/" + id(run));
    }

    @Test
    void whatIsNoTextIsShownInHexWithAnEmptyFormToReplaceIt() {
        // Given
        long offset = Buried.enriched(id(run), new byte[] {0, 1, (byte) 0xff}, "bytes " + run, 0)
                .offset();

        // When
        Document letter = Site.page(path(offset));

        // Then
        assertThat(letter.select("pre.payload").text()).isEqualTo("00 01 ff");
        assertThat(letter.text()).contains("3 bytes");
        assertThat(letter.select("details form textarea").val()).isEmpty();

        // When / Then
        Response empty = submit(letter.select("details form").first(), "payload", "");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(empty.asString()).select("[role=alert]").text()).contains("There is nothing in it.");
    }

    @Test
    void keepsTextOfStrangersFromDoingAnything() {
        // Given
        long offset = bury(run, "<script>alert(1)</script></textarea><b>x</b>");

        // When
        Document letter = Site.page(path(offset));

        // Then
        assertThat(letter.select("script:not([src])")).isEmpty();
        assertThat(letter.select("pre.payload").text()).contains("<script>alert(1)</script>");
        assertThat(letter.select("textarea").val()).contains("</textarea><b>x</b>");
    }

    @Test
    void isMadeForKeyboardsAndReaders() {
        // Given
        long offset = bury(run, "{}");

        // When
        Document letter = Site.page(path(offset));

        // Then
        assertThat(letter.select("nav a[aria-current=page]").attr("href")).isEqualTo("/ops");
        assertThat(letter.select("label[for=payload]")).hasSize(1);
        assertThat(letter.select("pre[tabindex=0][aria-labelledby]")).hasSize(1);
        assertThat(letter.select("h1")).hasSize(1);
        assertThat(letter.select("main form").eachAttr("method")).containsOnly("post");
        assertThat(Site.get(path(offset)).header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ops/dead-letters/group",
                "/ops/dead-letters/group?topic=articles.raw&reason=x",
                "/ops/dead-letters/group?topic=articles.raw.dead-letter",
                "/ops/dead-letters/articles.raw/0/0",
                "/ops/dead-letters/articles.raw.dead-letter/0/x",
                "/ops/dead-letters/articles.raw.dead-letter/0/99999999"
            })
    void answersAPageForWhatIsNotThere(String path) {
        Site.pageOfStatus(404, path);
    }

    @Test
    void anotherSitesPageMayNotSendTheForms() {
        // Given
        long offset = bury(run, json(run));

        // When
        Response response = given().header("Sec-Fetch-Site", "cross-site").post(path(offset) + "/replay");

        // Then
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(Site.page(path(offset)).text()).contains("Never yet.");
    }
}
