package io.dateline.store.access;

import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.topic.Topics;
import io.dateline.store.testing.Buried;
import io.dateline.testinfra.InfraResource;
import io.dateline.testinfra.TestKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see what of dead letters, and who may put them back. */
@QuarkusTest
@WithTestResource(InfraResource.class)
@TestProfile(ClosedDoor.class)
class DeadLetterAccessTest {
    private static final String DEAD = Topics.deadLetter(Topics.ENRICHED);

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private long offset;

    @BeforeEach
    void bury() {
        offset = Buried.enriched(id(run), MessageCodec.encode(story(run)), "access " + run, 0)
                .offset();
    }

    private static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    private Response replay(String key) {
        return with(key)
                .contentType("application/json")
                .body(Map.of("letters", List.of(Map.of("topic", DEAD, "partition", 0, "offset", offset))))
                .post("/api/dead-letters/replay");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/dead-letters/%s/0/%d",
                "/api/dead-letters;a=b/%s/0/%d",
                "//api/dead-letters/%s/0/%d",
                "/api/./dead-letters/%s/0/%d",
                "/api/%%64ead-letters/%s/0/%d",
                "/ops/dead-letters/%s/0/%d",
                "/ops/dead-letters;a=b/%s/0/%d"
            })
    void nobodyButOperatorsSeesPayloadsHoweverThePathIsWritten(String path) {
        // When
        String address = path.formatted(DEAD, offset);
        Response reader = with(TestKeys.READ).urlEncodingEnabled(false).get(address);
        Response writer = with(TestKeys.WRITE).urlEncodingEnabled(false).get(address);

        // Then
        assertThat(reader.asString()).doesNotContain("Gafarova");
        assertThat(writer.asString()).doesNotContain("Gafarova");
    }

    @Test
    void readersSeeGroupsAndOperatorsEverything() {
        // When / Then
        with(TestKeys.READ).get("/api/dead-letters/groups").then().statusCode(200);
        with(TestKeys.READ)
                .get("/api/dead-letters/" + DEAD + "/0/" + offset)
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        with(TestKeys.OPERATE)
                .get("/api/dead-letters/" + DEAD + "/0/" + offset)
                .then()
                .statusCode(200)
                .body("payload.json.article.id", equalTo(id(run)));
        String page = with(TestKeys.READ)
                .get("/ops/dead-letters/" + DEAD + "/0/" + offset)
                .asString();
        assertThat(page).contains("need a key with the scope operate").doesNotContain("textarea", "Gafarova");
        assertThat(with(TestKeys.OPERATE)
                        .get("/ops/dead-letters/" + DEAD + "/0/" + offset)
                        .asString())
                .contains("textarea", "Gafarova");
    }

    @Test
    void onlyOperatorsPutBackAndTheirKeyIsRemembered() {
        // Given
        String keyId = TestKeys.OPERATE.split("_")[1];

        // When / Then
        replay(TestKeys.READ).then().statusCode(403);
        replay(TestKeys.WRITE).then().statusCode(403);
        with(TestKeys.WRITE)
                .post("/ops/dead-letters/" + DEAD + "/0/" + offset + "/replay")
                .then()
                .statusCode(403);
        replay(TestKeys.OPERATE).then().statusCode(200).body("replayed", equalTo(1));
        with(TestKeys.OPERATE)
                .get("/api/dead-letters/" + DEAD + "/0/" + offset)
                .then()
                .body("replayed.by", equalTo(List.of(keyId)));
    }
}
