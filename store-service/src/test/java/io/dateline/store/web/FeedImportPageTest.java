package io.dateline.store.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfraResource.class)
@WithTestResource(FakeIngest.class)
class FeedImportPageTest {
    private static final String LIST = "<opml version=\"2.0\"><body><outline xmlUrl=\"x\"/></body></opml>";

    @BeforeEach
    void ingestIsThere() {
        SeventhFeed.isThere();
    }

    private static Response send(byte[] list) {
        return given().accept("text/html")
                .header("X-Api-Key", "dl_key")
                .multiPart("list", "feeds <1>.opml", list, "text/x-opml")
                .post("/feeds/import");
    }

    private static void answers(int rejected, int told) {
        String entries = IntStream.rangeClosed(1, told)
                .mapToObj(i -> "{\"ordinal\": %d, \"line\": %d, \"code\": \"invalid-feed\", \"detail\": \"No <feed>.\"}"
                        .formatted(i, i + 3))
                .collect(Collectors.joining(","));
        FakeIngest.answer(
                "POST /api/feeds/opml",
                200,
                "{\"created\": 1200, \"existing\": 3, \"repeated\": 2, \"rejectedTotal\": %d, \"rejected\": [%s]}"
                        .formatted(rejected, entries));
    }

    @Test
    void aListIsHandedOnAsItIsAndItsCountsAreShown() {
        // Given
        answers(1, 1);
        byte[] latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><opml/>".getBytes(StandardCharsets.ISO_8859_1);

        // When
        Response response = send(latin);
        Document page = Jsoup.parse(response.asString());

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(FakeIngest.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.apiKey()).isEqualTo("dl_key");
            assertThat(asked.body()).isEqualTo(new String(latin, StandardCharsets.UTF_8));
        });
        assertThat(page.select("[role=status] .num").eachText()).containsExactly("1,200", "3", "2", "1");
        assertThat(page.select("tbody tr").text()).isEqualTo("1 4 invalid-feed No <feed>.");
        assertThat(page.select("script:not([src]), style, [style]")).isEmpty();
    }

    @Test
    void showsTwoHundredRejectedEntriesAndCountsTheOthers() {
        // When
        answers(FeedImportView.SHOWN, FeedImportView.SHOWN);
        Document all = Jsoup.parse(send(LIST.getBytes(StandardCharsets.UTF_8)).asString());
        answers(FeedImportView.SHOWN + 5, FeedImportView.SHOWN + 1);
        Document some = Jsoup.parse(send(LIST.getBytes(StandardCharsets.UTF_8)).asString());

        // Then
        assertThat(all.select("tbody tr")).hasSize(FeedImportView.SHOWN);
        assertThat(all.text()).doesNotContain("more.");
        assertThat(some.select("tbody tr")).hasSize(FeedImportView.SHOWN);
        assertThat(some.text()).contains("And 5 more.");
    }

    @Test
    void takesListsOfFourMebibytesAndNoLarger() {
        // Given
        answers(0, 0);

        // When
        int most = send(new byte[FeedImportPage.LARGEST]).statusCode();
        Response more = send(new byte[FeedImportPage.LARGEST + 1]);

        // Then
        assertThat(most).isEqualTo(200);
        assertThat(more.statusCode()).isEqualTo(413);
        assertThat(Jsoup.parse(more.asString()).text()).contains("up to 4 MiB");
        assertThat(FakeIngest.asked()).hasSize(1);
    }

    @Test
    void anEmptyFileOrNoneIsRefused() {
        assertThat(send(new byte[0]).statusCode()).isEqualTo(400);
        assertThat(given().accept("text/html")
                        .multiPart("other", "x")
                        .post("/feeds/import")
                        .statusCode())
                .isEqualTo(400);
        assertThat(FakeIngest.asked()).isEmpty();
    }

    @Test
    void tellsWhyIngestTookNoneOfIt() {
        // Given
        FakeIngest.answer("POST /api/feeds/opml", 422, """
                {"type": "urn:x", "title": "The document cannot be read", "status": 422,
                 "detail": "It is no <opml>.", "code": "malformed-document"}""");

        // When
        Response response = send("hello".getBytes(StandardCharsets.UTF_8));
        Document page = Jsoup.parse(response.asString());

        // Then
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(page.select("[role=alert]").text()).contains("It is no <opml>.", "malformed-document");
        assertThat(page.select("input[type=file][name=list]")).hasSize(1);
    }

    @Test
    void anotherSitesFormIsRefusedBeforeIngestHears() {
        // When
        Response response = given().header("Sec-Fetch-Site", "cross-site")
                .multiPart("list", "x.opml", LIST.getBytes(StandardCharsets.UTF_8))
                .post("/feeds/import");

        // Then
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(FakeIngest.asked()).isEmpty();
    }
}
