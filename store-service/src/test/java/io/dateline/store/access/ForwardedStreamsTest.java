package io.dateline.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.store.testing.OpenStreams;
import io.dateline.testinfra.InfraResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Places of the live stream behind a proxy whose word is taken, where nobody has a key: a fifth of ten for one address. */
@QuarkusTest
@WithTestResource(InfraResource.class)
@TestProfile(ForwardedStreamsTest.BehindProxy.class)
class ForwardedStreamsTest {
    @Inject
    MeterRegistry registry;

    @TestHTTPResource
    URI home;

    public static class BehindProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.1",
                    "dateline.store.stream.clients", "10");
        }
    }

    @Test
    void anAddressHasItsShareAndTheMachineItselfAllThatIsLeft() throws Exception {
        try (OpenStreams streams = new OpenStreams(home)) {
            // When: the last three are of one network
            List<Integer> answers = new ArrayList<>();
            for (String address : List.of(
                    "192.0.2.1", "192.0.2.1", "192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::2", "2001:db8::3")) {
                answers.add(
                        streams.open("/api/stream", "X-Forwarded-For", address).statusCode());
            }
            List<Integer> local = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                local.add(streams.open("/api/stream", "Accept-Language", "en").statusCode());
            }

            // Then
            assertThat(answers).containsExactly(200, 200, 503, 200, 200, 200, 503);
            assertThat(local).containsExactly(200, 200, 200, 200, 200, 503);
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                registry.get("dateline.stream.clients").gauge().value())
                        .isZero());
    }
}
