package io.dateline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a file an agency drops, a push and a feed, through every service, to the page and the API. */
class JourneyIT {
    private static final Http HTTP = new Http();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static LocalFeed feed;
    private static Target target;

    @BeforeAll
    static void startSystem() {
        feed = LocalFeed.start();
        target = Target.choose(Map.of("DATELINE_INGEST_FETCH_ALLOW", feed.hostAndPort()));
    }

    @AfterAll
    static void stopSystem() {
        if (target != null) {
            target.close();
        }
        feed.close();
    }

    @Test
    void wireFileComesOutTaggedOnPageAndApi() {
        // Given
        byte[] story = SeedStory.bytes();

        // When
        target.dropWireFile(SeedStory.FILE, story);

        // Then
        JsonNode found = await().atMost(LIMIT)
                .until(() -> search("q=Gafarova"), answer -> !answer.isEmpty())
                .get(0);
        assertThat(found.at("/dateline/place").asText()).isEqualTo("Baku");
        assertThat(found.at("/dateline/date").asText()).isEqualTo("2025-09-23");
        assertThat(found.at("/dateline/agency").asText()).isEqualTo("AZERTAC");
        assertThat(found.get("language").asText()).isEqualTo("en");

        JsonNode whole = HTTP.json(store("/api/articles/" + found.get("id").asText()));
        assertThat(names(whole)).contains("Sahiba Gafarova", "Baku", "Laos", "Azerbaijan");
        assertThat(whole.findValuesAsText("titleDerived")).containsExactly("true");
        assertThat(whole.toString()).contains("geonames:587084");

        JsonNode visit = HTTP.json(store("/api/events?event=CONSULT&actor=LA&recipient=AZ&place=Baku"))
                .at("/items/0");
        assertThat(visit.at("/date").asText()).isEqualTo("2025-09-23");
        assertThat(visit.at("/evidence/article").asText())
                .isEqualTo(found.get("id").asText());
        assertThat(HTTP.json(store("/api/articles?event=CONSULT&actor=LA&mentioned-from=2025-09-23&near=40.4,49.9,50"))
                        .get("items"))
                .isNotEmpty();
        JsonNode trail = HTTP.json(store("/api/articles/" + found.get("id").asText() + "/trail"))
                .at("/revisions/0");
        assertThat(trail.at("/published/record/topic").asText()).isEqualTo("articles.raw");
        assertThat(trail.at("/enriched/record/topic").asText()).isEqualTo("articles.enriched");

        JsonNode places =
                HTTP.json(store("/api/articles?q=Gafarova&facets=true")).at("/facets/place");
        assertThat(places.findValuesAsText("label"))
                .contains("Azerbaijan", "Laos", "Baku")
                .doesNotHaveDuplicates();

        String page = HTTP.get(store("/articles/" + found.get("id").asText())).body();
        assertThat(page)
                .contains("23 Sep 2025", "What happened", "met or talked with", "Who said what")
                .contains("<a class=\"t per\" href=\"/entities/per:sahiba-gafarova\"");
        assertThat(HTTP.get(store("/search?q=Gafarova")).body()).contains("Sahiba <mark>Gafarova</mark>");
    }

    @Test
    void pushedArticleIsStoredOnceAndItsCorrectionIsASecondRevision() {
        // Given
        String first = push("Harbour reopens in Valparaíso", "The harbour of Valparaíso in Chile reopened on Monday.");
        String again = push("Harbour reopens in Valparaíso", "The harbour of Valparaíso in Chile reopened on Monday.");

        // When
        String corrected =
                push("Harbour reopens in Valparaíso", "The harbour of Valparaíso in Chile reopened on Tuesday.");

        // Then
        String id = Http.parse(first).get("id").asText();
        assertThat(Http.parse(again).get("outcome").asText()).isEqualTo("unchanged");
        assertThat(Http.parse(corrected).get("id").asText()).isEqualTo(id);
        assertThat(Http.parse(corrected).get("revision").asInt()).isEqualTo(2);
        await().atMost(LIMIT).untilAsserted(() -> {
            var answer = HTTP.get(store("/api/articles/" + id));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("reopened on Tuesday");
        });
        assertThat(search("q=Valpara%C3%ADso")).hasSize(1);
    }

    @Test
    void feedItemsArriveAndAnUnchangedFeedIsNotReadTwice() {
        // Given
        Assumptions.assumeTrue(
                target instanceof Target.Own, "a system that runs already may not fetch from this machine's loopback");
        String registration = "{\"name\":\"Journey feed\",\"url\":\"" + feed.url() + "\"}";

        // When
        var answer = HTTP.post(ingest("/api/feeds"), "application/json", registration);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String id = Http.parse(answer.body()).get("id").asText();

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(search("q=lighthouse")).hasSize(1));
        HTTP.post(ingest("/api/feeds/" + id + "/poll"), "application/json", "");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(feed.notModified()).isPositive());
        assertThat(search("q=lighthouse")).hasSize(1);

        // When another feed carries the same article
        String second = "{\"name\":\"Second journey feed\",\"url\":\"" + feed.url() + "?second\"}";
        assertThat(HTTP.post(ingest("/api/feeds"), "application/json", second).statusCode())
                .isEqualTo(201);

        // Then it is no second article but a sighting of the first
        String article = search("q=lighthouse").get(0).get("id").asText();
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(HTTP.json(store("/api/articles/" + article))
                                .at("/sightings/items")
                                .findValuesAsText("name"))
                        .containsExactly("Second journey feed"));
        assertThat(search("q=lighthouse")).hasSize(1);
        assertThat(HTTP.get(store("/articles/" + article)).body()).contains("Also carried by", "Second journey feed");
    }

    @Test
    void wireCopyIsCorrectedAndKilledByTheFilesThatFollowIt() {
        // Given
        target.dropWireFile("bridge-1.txt", wire("SLUG: PERANDOR-BRIDGE", "closed on Monday"));
        await().atMost(LIMIT).until(() -> search("q=Perandor").size() == 1);
        String id = search("q=Perandor").get(0).get("id").asText();

        // When
        target.dropWireFile("bridge-2.txt", wire("SLUG: PERANDOR-BRIDGE (1st Ld-Writethru)", "closed on Tuesday"));
        await().atMost(LIMIT).until(() -> search("q=Perandor+Tuesday").size() == 1);
        String corrected = search("q=Perandor+Tuesday").get(0).get("id").asText();
        target.dropWireFile("bridge-3.txt", wire("SLUG: PERANDOR-BRIDGE (KILL)", "did not close"));

        // Then
        assertThat(corrected).isEqualTo(id);
        await().atMost(LIMIT).until(() -> search("q=Perandor").isEmpty());
        List<String> history = StreamSupport.stream(
                        HTTP.json(store("/api/changes?after=0&limit=1000"))
                                .get("items")
                                .spliterator(),
                        false)
                .filter(change -> change.get("id").asText().equals(id))
                .map(change -> change.get("status").asText())
                .toList();
        assertThat(history).containsExactly("usable", "usable", "canceled");
    }

    private static byte[] wire(String slug, String what) {
        String story = slug + "\nHEADLINE: Perandor bridge\n\nLISBON, Portugal (AP) - The Perandor bridge " + what
                + ", the city said.\n\n-30-\n";
        return story.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void badPushIsAnsweredWithAProblem() {
        // Given
        String noTitle = "{\"body\":\"Nobody wrote a headline.\"}";

        // When
        var invalid = HTTP.post(ingest("/api/articles"), "application/json", noTitle);
        var malformed = HTTP.post(ingest("/api/articles"), "application/json", "{\"title\": ");
        var unsupported = HTTP.post(ingest("/api/articles"), "application/x-unheard-of", "x");

        // Then
        assertThat(invalid.statusCode()).isEqualTo(422);
        assertThat(Http.parse(invalid.body()).get("code").asText()).isEqualTo("invalid-article");
        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(Http.parse(malformed.body()).get("code").asText()).isEqualTo("malformed-json");
        assertThat(unsupported.statusCode()).isEqualTo(415);
        assertThat(unsupported.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    @Test
    void enrichAnswersTagsAndStoresNothing() {
        // Given
        String text =
                "{\"title\":\"Ministers meet in Nairobi\",\"body\":\"NAIROBI, Kenya (AP) - Ministers met on Monday.\"}";

        // When
        var answer = HTTP.post(target.url(Service.ENRICH) + "/api/enrich", "application/json", text);

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Http.parse(answer.body()).at("/dateline/place/name").asText())
                .isEqualTo("Nairobi");

        // When: what is sent after it has come through
        HTTP.post(
                target.url(Service.INGEST) + "/api/articles",
                "application/json",
                "{\"title\":\"Lighthouse of Skarvvik is lit again\",\"body\":\"It was lit on Monday.\"}");
        await().atMost(LIMIT).until(() -> search("q=Skarvvik").size() == 1);

        // Then
        assertThat(search("q=%22Ministers+meet+in+Nairobi%22")).isEmpty();
    }

    @Test
    void opsBoardShowsEveryStage() {
        // When
        List<String> alive = await().atMost(LIMIT).until(JourneyIT::aliveStages, stages -> stages.size() == 3);

        // Then
        assertThat(alive).containsExactlyInAnyOrder("ingest", "enrich", "store");
        assertThat(HTTP.get(store("/ops")).statusCode()).isEqualTo(200);
    }

    private static List<String> aliveStages() {
        return StreamSupport.stream(HTTP.json(store("/api/ops")).get("stages").spliterator(), false)
                .filter(stage -> "live".equals(stage.get("lane").asText()))
                .filter(stage -> stage.get("instances").asInt() == 1)
                .map(stage -> stage.get("stage").asText())
                .toList();
    }

    private static JsonNode search(String query) {
        return HTTP.json(store("/api/articles?" + query)).get("items");
    }

    private static String push(String title, String body) {
        String article =
                "{\"title\":\"" + title + "\",\"body\":\"" + body + "\",\"url\":\"https://harbour.example/1\"}";
        var answer = HTTP.post(ingest("/api/articles"), "application/json", article);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.body();
    }

    private static List<String> names(JsonNode article) {
        return article.findValues("entities").stream()
                .flatMap(entities -> StreamSupport.stream(entities.spliterator(), false))
                .map(entity -> entity.get("name").asText())
                .toList();
    }

    private static String store(String path) {
        return target.url(Service.STORE) + path;
    }

    private static String ingest(String path) {
        return target.url(Service.INGEST) + path;
    }
}
