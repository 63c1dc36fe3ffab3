package io.dateline.store.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.store.testing.Days;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Events in GDELT's tables. */
@QuarkusTest
@WithTestResource(InfraResource.class)
class EventTablesApiTest {
    private final StoredStories stories = new StoredStories();

    private Response export(String file, String parameters) {
        return given().get("/api/export/" + file + "?source=" + stories.source().id() + parameters);
    }

    private static JsonNode json(String text) {
        try {
            return MessageCodec.json().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void writesEventsInTheColumnsOfGdelt() {
        // Given
        stories.send(0, 2);
        String event = given().get("/api/events?source=" + stories.source().id())
                .jsonPath()
                .getString("items[0].id");
        JsonNode told = json(given().get("/api/events/" + event).asString()).path("event");

        // When
        Response answer = export("events.tsv", "");

        // Then
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/tab-separated-values;charset=UTF-8");
        List<String> lines = answer.asString().lines().toList();
        assertThat(lines).hasSize(1);
        List<String> cells = List.of(lines.get(0).split("\t", -1));
        assertThat(cells).hasSize(61);
        String added = told.path("firstToldAt").asText().replaceAll("[-:TZ]", "");
        assertThat(cells.subList(0, 30))
                .containsExactly(
                        event,
                        "20261120",
                        "202611",
                        "2026",
                        "2026.8767",
                        "SAUGOV",
                        "Baku",
                        "SAU",
                        "",
                        "",
                        "",
                        "",
                        "GOV",
                        "",
                        "",
                        "AZELEG",
                        "Sahiba Gafarova",
                        "AZE",
                        "",
                        "",
                        "",
                        "",
                        "LEG",
                        "",
                        "",
                        "1",
                        "043",
                        "043",
                        "04",
                        "1");
        assertThat(cells.subList(30, 35))
                .containsExactly(
                        "2.8",
                        told.path("mentions").asText(),
                        told.path("sources").asText(),
                        told.path("mentions").asText(),
                        "");
        assertThat(cells.subList(35, 51)).containsOnly("");
        assertThat(cells.subList(51, 61))
                .containsExactly(
                        "4",
                        "Baku, Baki, Azerbaijan",
                        "AJ",
                        "",
                        "",
                        "40.37767",
                        "49.89201",
                        "geonames:587084",
                        added,
                        "https://news.example/" + stories.key(0));
    }

    @Test
    void writesEventsPageAfterPage() {
        // Given: more events than a page holds, the newest told by more articles than a page holds
        int events = 101;
        int tellings = 21;
        // Of no other run.
        LocalDate first = LocalDate.ofInstant(Days.next(), ZoneOffset.UTC);
        StoredStories.send(IntStream.range(0, events + tellings)
                .mapToObj(i -> stories.told(i, first.plusDays(Math.max(0, i - tellings))))
                .toArray(EnrichedArticle[]::new));

        // When
        List<String> all = export("events.tsv", "").asString().lines().toList();
        List<String> mentions =
                export("mentions.tsv", "&max=1").asString().lines().toList();

        // Then
        assertThat(all)
                .hasSize(events)
                .extracting(line -> line.split("\t", -1)[1])
                .doesNotHaveDuplicates()
                .startsWith(basic(first), basic(first.plusDays(1)));
        assertThat(export("events.tsv", "&max=100").asString().lines()).containsExactlyElementsOf(all.subList(0, 100));
        assertThat(all.get(0).split("\t", -1)[33]).isEqualTo(Integer.toString(tellings + 1));
        assertThat(mentions)
                .hasSize(tellings + 1)
                .extracting(line -> line.split("\t", -1)[5])
                .doesNotHaveDuplicates();
    }

    private static String basic(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    @Test
    void writesWhereEventsAreTold() {
        // Given
        stories.send(0, 2);

        // When
        List<List<String>> rows = export("mentions.tsv", "")
                .asString()
                .lines()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();

        // Then: whoever tells it, of this test or another
        assertThat(rows)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(row -> assertThat(row).hasSize(16));
        List<String> mine = rows.stream()
                .filter(row -> row.get(5).equals("https://news.example/" + stories.key(1)))
                .findFirst()
                .orElseThrow();
        int length = json(given().get("/api/articles/" + stories.articleId(1)).asString())
                .at("/article/body")
                .asText()
                .length();
        assertThat(mine.subList(2, 16))
                .containsExactly(
                        "20261120075900",
                        "1",
                        stories.source().id(),
                        "https://news.example/" + stories.key(1),
                        "1",
                        "56",
                        "15",
                        "31",
                        "1",
                        "80",
                        Integer.toString(length),
                        "",
                        "",
                        "");
        String events = export("events.tsv", "").asString();
        assertThat(rows).hasSize(Integer.parseInt(events.split("\t", -1)[31]));
    }
}
