package io.dateline.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.store.testing.OpenStreams;
import io.dateline.testinfra.InfraResource;
import io.dateline.testinfra.TestKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Places of the live stream where callers have keys: two of three for one. */
@QuarkusTest
@WithTestResource(InfraResource.class)
@TestProfile(StreamPlacesTest.FewPlaces.class)
class StreamPlacesTest {
    private static final String KEY = "X-Api-Key";

    @Inject
    MeterRegistry registry;

    @TestHTTPResource
    URI home;

    private OpenStreams streams;

    public static class FewPlaces implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "dateline.access.keys-file", TestKeys.file().toString(),
                    "dateline.store.stream.clients", "3",
                    "dateline.store.stream.clients-per-caller", "2");
        }
    }

    @BeforeEach
    void begin() {
        streams = new OpenStreams(home);
    }

    @AfterEach
    void leave() throws Exception {
        streams.close();
        taken(0);
    }

    private void taken(int places) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                registry.get("dateline.stream.clients").gauge().value())
                        .isEqualTo(places));
    }

    private double refused() {
        return registry.counter("dateline.requests.refused", "reason", "too-many-clients")
                .count();
    }

    private static void assertRefused(HttpResponse<InputStream> answer, String because) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                .contains("\"code\":\"too-many-clients\"", "\"requestId\":\"", because)
                .contains("\"instance\":\"" + answer.uri().getPath() + "\"");
    }

    @Test
    void oneKeyLeavesPlacesToOthersAndGetsItsOwnBack() throws Exception {
        // Given: as many as one key may have, of both kinds
        double before = refused();
        assertThat(streams.open("/api/stream", KEY, TestKeys.READ).statusCode()).isEqualTo(200);
        assertThat(streams.open("/live?after=0", KEY, TestKeys.READ).statusCode())
                .isEqualTo(200);

        // When
        HttpResponse<InputStream> oneMore = streams.open("/api/stream", KEY, TestKeys.READ);
        HttpResponse<InputStream> onPage = streams.open("/live?after=0", KEY, TestKeys.READ);
        HttpResponse<InputStream> other = streams.open("/api/stream", KEY, TestKeys.WRITE);
        HttpResponse<InputStream> beyondAll = streams.open("/api/stream", KEY, TestKeys.OPERATE);

        // Then
        assertRefused(oneMore, "may have (2)");
        assertRefused(onPage, "may have (2)");
        assertThat(other.statusCode()).isEqualTo(200);
        assertRefused(beyondAll, "Try again later");
        assertThat(refused()).isEqualTo(before + 3);
        taken(3);

        // When: the others' ends
        streams.closeLast();
        taken(2);

        // Then: there is room, but not for the first
        assertRefused(streams.open("/api/stream", KEY, TestKeys.READ), "may have (2)");
        streams.closeLast();
        taken(1);
        assertThat(streams.open("/api/stream", KEY, TestKeys.READ).statusCode()).isEqualTo(200);
    }
}
