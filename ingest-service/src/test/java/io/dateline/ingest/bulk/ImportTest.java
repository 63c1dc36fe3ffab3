package io.dateline.ingest.bulk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.contracts.topic.Topics;
import io.dateline.ingest.support.TopicReader;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
@WithTestResource(ImportFolderResource.class)
class ImportTest {
    private final Path folder = ImportFolderResource.folder();
    private final String unique = UUID.randomUUID().toString();

    @Test
    void importsAnArchiveOnTheBulkLaneAndTellsHowFarItIs() throws IOException {
        // given
        Files.writeString(
                folder.resolve(unique + ".ndjson"),
                "{\"title\": \"" + unique + "\", \"id\": \"urn:x:" + unique + "\"}\n{broken\n");

        // when
        Response created = post("/api/imports", Map.of("path", unique + ".ndjson", "rate", 1000));

        // then
        assertThat(created.statusCode()).isEqualTo(201);
        String id = created.path("id");
        assertThat(created.header("Location")).endsWith("/api/imports/" + id);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get(id).<String>path("state")).isEqualTo("done"));
        assertThat(get(id).<Integer>path("accepted")).isEqualTo(1);
        assertThat(get(id).<Integer>path("rejected.malformed-json")).isEqualTo(1);
        assertThat(get(id).<Float>path("articlesPerSecond")).isPositive();
        assertThat(given().get("/api/imports").<String>path("items[0].id")).isNotNull();
        assertThat(TopicReader.all(Topics.RAW_BACKFILL))
                .map(TopicReader::decode)
                .anyMatch(article -> article.title().equals(unique));
        assertThat(given().get("/api/imports/" + id + "/rejected").asString())
                .contains("\"record\":2", "malformed-json");
    }

    @Test
    void pausesResumesAndCancelsAndRefusesWhatIsOver() throws IOException {
        // given
        Files.writeString(folder.resolve(unique + ".ndjson"), "{\"title\": \"t\"}\n".repeat(500));
        String id = post("/api/imports", Map.of("path", unique + ".ndjson", "rate", 1))
                .path("id");

        // when, then
        assertThat(act(id, "pause").<String>path("state")).isEqualTo("paused");
        assertThat(act(id, "pause").<String>path("state")).isEqualTo("paused");
        assertThat(act(id, "resume").<String>path("state")).isEqualTo("running");
        assertThat(act(id, "resume").<String>path("state")).isEqualTo("running");
        Response same = post("/api/imports", Map.of("path", unique + ".ndjson"));
        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(same.<String>path("id")).isEqualTo(id);
        assertThat(act(id, "cancel").<String>path("state")).isEqualTo("canceled");
        assertThat(act(id, "cancel").<String>path("state")).isEqualTo("canceled");
        assertThat(act(id, "resume").statusCode()).isEqualTo(409);
        assertThat(act(id, "resume").<String>path("code")).isEqualTo("import-over");
        assertThat(act("import-none", "pause").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd,,",
        "/etc/passwd,,",
        "nothing.ndjson,,",
        "'',,",
        "here.ndjson,mbox,",
        "here.ndjson,folder,",
        "here.ndjson,,0",
        "here.ndjson,,100001"
    })
    void refusesWhatItMayNotOrCannotImport(String path, String kind, Integer rate) throws IOException {
        // given
        Files.writeString(folder.resolve("here.ndjson"), "");
        Map<String, Object> body = new HashMap<>(Map.of("path", path));
        body.put("kind", kind);
        body.put("rate", rate);

        // when
        Response response = post("/api/imports", body);

        // then
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.<String>path("code")).isEqualTo("invalid-import");
    }

    private static Response post(String path, Map<String, Object> body) {
        return given().contentType("application/json").body(body).post(path);
    }

    private static Response act(String id, String action) {
        return given().post("/api/imports/" + id + "/" + action);
    }

    private static Response get(String id) {
        return given().get("/api/imports/" + id);
    }
}
