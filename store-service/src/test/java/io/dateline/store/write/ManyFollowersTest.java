package io.dateline.store.write;

import static io.dateline.store.testing.Stories.story;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.article.Source;
import io.dateline.store.testing.StoreSchema;
import io.dateline.store.testing.StreamSocket;
import io.dateline.testinfra.InfraResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** As many clients as an instance takes, half of which never read. */
@QuarkusTest
@WithTestResource(InfraResource.class)
class ManyFollowersTest {
    private static final int PLACES = 500;
    /** More than a client's window, the server's queue and the follower's buffer hold together. */
    private static final int CHANGES = 1_200;

    @Inject
    MeterRegistry registry;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Source source = new Source("many-" + run, "Many", Source.Kind.PUSH);
    private final List<StreamSocket> stalled = new ArrayList<>();
    private final List<StreamSocket> readers = new ArrayList<>();

    @AfterEach
    void leave() throws IOException {
        for (StreamSocket client : stalled) {
            client.close();
        }
        for (StreamSocket client : readers) {
            client.close();
        }
    }

    private double clients() {
        return registry.get("dateline.stream.clients").gauge().value();
    }

    private void write() throws SQLException {
        try (AgroalDataSource pool = StoreSchema.pool("store", 0)) {
            BatchWriter writer = new BatchWriter(pool, new Partitions(), new KnownTags());
            for (int from = 0; from < CHANGES; from += 100) {
                writer.write(IntStream.range(from, from + 100)
                        .mapToObj(i -> Rows.of(story(run + i, 1, article -> article.source(source)), null))
                        .toList());
            }
        }
    }

    @Test
    void servesThoseWhoReadAndTurnsOthersAway() throws Exception {
        // Given: every place taken, by a reader and by one who stalls in turns
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(clients()).isZero());
        for (int i = 0; i < PLACES / 2; i++) {
            readers.add(new StreamSocket("source=" + source.id(), false).reading());
            stalled.add(new StreamSocket("source=" + source.id(), true));
        }
        assertThat(stalled).allMatch(client -> client.status().contains("200"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(clients()).isEqualTo(PLACES));

        // Then: there is no place for another
        try (StreamSocket tooMany = new StreamSocket("source=" + source.id(), false)) {
            assertThat(tooMany.status()).contains("503");
        }

        // When
        write();

        // Then: whoever reads gets everything, whoever does not is disconnected, and questions are answered
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(readers).extracting(StreamSocket::events).containsOnly(CHANGES));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(clients()).isEqualTo(PLACES / 2));
        assertThat(stalled.get(0).closedByServer()).isTrue();
        await().atMost(Duration.ofSeconds(10)).until(() -> stalled.get(1).refused());
        given().get("/api/articles?source=" + source.id()).then().statusCode(200);
        try (StreamSocket next = new StreamSocket("source=" + source.id(), false)) {
            assertThat(next.status()).contains("200");
        }
    }
}
