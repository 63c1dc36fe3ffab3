package io.dateline.store.api;

import static io.dateline.store.testing.Stories.FETCHED;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.store.testing.StoreSchema;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of exports whose articles cannot be read, and that those who ask for the head alone read none. */
@QuarkusTest
@WithTestResource(InfraResource.class)
class BrokenExportTest {
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    private final StoredStories stories = new StoredStories();

    @TestHTTPResource
    URI base;

    private String spoilt;

    private Response export(String file, String parameters) {
        return given().get("/api/export/" + file + "?source=" + stories.source().id() + parameters);
    }

    /** Makes an article one that cannot be read. */
    private void spoil(String id) throws SQLException {
        execute("UPDATE enrichments SET packed = '\\x00' || packed WHERE id = ?", id);
        spoilt = id;
    }

    @AfterEach
    void mend() throws SQLException {
        if (spoilt != null) {
            execute("UPDATE enrichments SET packed = substring(packed FROM 2) WHERE id = ?", spoilt);
        }
    }

    private static void execute(String sql, String id) throws SQLException {
        try (AgroalDataSource pool = StoreSchema.pool("store", 0);
                Connection connection = pool.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, id);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"articles.ndjson", "articles.ninjs"})
    void answersAProblemWhereItFailsAtOnce(String file) throws SQLException {
        // Given
        stories.send(0, 2);
        spoil(stories.articleId(1));

        // Then
        export(file, "")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("code", equalTo("internal"));
    }

    @Test
    void isCutOffWhereItFailsOnTheWay() throws Exception {
        // Given: enough that the first part has left when it fails
        int count = 40;
        StoredStories.send(IntStream.range(0, count)
                .mapToObj(i -> story(
                        stories.key(i),
                        1,
                        article -> article.source(stories.source())
                                .publishedAt(FETCHED.minusSeconds(60L * i))
                                .body("x".repeat(10_000))))
                .toArray(EnrichedArticle[]::new));
        assertThat(export("articles.ndjson", "").asString().lines()).hasSize(count);
        spoil(stories.articleId(count - 1));

        // When
        String whole = answer("&max=" + (count - 1));
        String broken = answer("");

        // Then: what looked well is not ended as if it were whole
        assertThat(whole).startsWith("HTTP/1.1 200").endsWith(LAST_CHUNK);
        assertThat(broken).startsWith("HTTP/1.1 200").contains(stories.articleId(0));
        assertThat(broken).doesNotContain(LAST_CHUNK);
    }

    /** All that comes through the connection until the server closes it. */
    private String answer(String parameters) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(20_000);
            String head = "GET /api/export/articles.ndjson?source="
                    + stories.source().id() + parameters + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"articles.ndjson", "articles.ninjs", "articles.atom", "articles.feed.json"})
    void readsNothingForHead(String file) throws SQLException {
        // Given
        stories.send(0, 1);
        spoil(stories.articleId(0));

        // Then
        given().head("/api/export/" + file + "?source=" + stories.source().id())
                .then()
                .statusCode(200)
                .body(equalTo(""));
        given().head("/api/export/" + file + "?from=never").then().statusCode(400);
    }
}
