package io.dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.IngestConfig;
import io.dateline.ingest.support.FeedServer;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
    private final FeedServer server = new FeedServer();
    private final FeedServer canary = new FeedServer();
    private final IngestConfig.Fetch config = new SmallRyeConfigBuilder()
            .withMapping(IngestConfig.class)
            .withConverter(
                    io.quarkus.runtime.configuration.MemorySize.class,
                    100,
                    new io.quarkus.runtime.configuration.MemorySizeConverter())
            .withConverter(Duration.class, 100, new io.quarkus.runtime.configuration.DurationConverter())
            .withDefaultValue("dateline.ingest.fetch.deadline", "6s")
            .withDefaultValue("dateline.ingest.fetch.max-body", "2M")
            .withDefaultValue("dateline.ingest.fetch.max-redirects", "3")
            .build()
            .getConfigMapping(IngestConfig.class)
            .fetch();
    private final Fetcher fetcher = new Fetcher(config, new AddressGuard(Set.of(server.host())));

    @AfterEach
    void close() {
        fetcher.close();
        server.close();
        canary.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://localhost:%d/",
                "http://127.1:%d/",
                "http://2130706433:%d/",
                "http://0x7f000001:%d/",
                "http://0177.0.0.1:%d/",
                "http://0:%d/",
                "http://0.0.0.0:%d/",
                "http://[::1]:%d/",
                "http://[::]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://[::127.0.0.1]:%d/",
                "http://[64:ff9b::7f00:1]:%d/",
                "http://[2002:7f00:1::]:%d/",
                "http://[2001:0:1:2:3:4:80ff:fffe]:%d/",
                "http://10.0.0.1:%d/",
                "http://172.16.0.1:%d/",
                "http://192.168.1.1:%d/",
                "http://169.254.169.254:%d/",
                "http://100.64.0.1:%d/",
                "http://[fc00::1]:%d/",
                "http://[fe80::1]:%d/",
                "http://224.0.0.1:%d/",
                "http://240.0.0.1:%d/",
                "http://255.255.255.255:%d/",
                "http://127.0.0.1.:%d/",
                "http://a@127.0.0.1:%d/",
                "file:///etc/hosts?%d",
                "ftp://127.0.0.1:%d/",
                "gopher://127.0.0.1:%d/"
            })
    void neverConnectsToWhatIsNotPublic(String form) {
        // given
        String url = form.formatted(Integer.parseInt(canary.host().split(":")[1]));

        // when
        FetchResult result = fetcher.fetch(url, null, null);

        // then
        assertThat(result)
                .isInstanceOfSatisfying(
                        FetchResult.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("address-not-allowed"));
        assertThat(canary.connections()).isZero();
    }

    @Test
    void checksEveryRedirect() {
        // given
        server.on("/", exchange -> redirect(exchange, canary.url("/inner")));

        // when
        FetchResult result = fetcher.fetch(server.url("/"), null, null);

        // then
        assertThat(reason(result)).isEqualTo("address-not-allowed");
        assertThat(canary.connections()).isZero();
    }

    @Test
    void connectsToTheAddressItCheckedAndAsksNoSecondTime() {
        // given
        AtomicInteger asked = new AtomicInteger();
        DnsResolver rebinding = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                // Public at first, ours the second time.
                return new InetAddress[] {
                    InetAddress.getByName(asked.getAndIncrement() == 0 ? "192.0.66.1" : "127.0.0.1")
                };
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        try (Fetcher rebound = new Fetcher(config, new AddressGuard(Set.of()), rebinding)) {
            String url = "http://rebind.example:" + canary.host().split(":")[1] + "/";

            // when
            FetchResult first = rebound.fetch(url, null, null);
            FetchResult second = rebound.fetch(url, null, null);

            // then
            assertThat(first).isInstanceOf(FetchResult.Failed.class);
            assertThat(reason(second)).isEqualTo("address-not-allowed");
            assertThat(canary.connections()).isZero();
        }
    }

    @Test
    void followsRedirectsAndSaysWhereItMoved() {
        // given
        server.on("/old", exchange -> {
            exchange.getResponseHeaders().set("Location", "/new");
            exchange.sendResponseHeaders(301, -1);
        });
        server.document("/new", "text/xml", "<rss/>", "\"e\"");

        // when
        FetchResult result = fetcher.fetch(server.url("/old"), null, null);

        // then
        assertThat(result).isInstanceOfSatisfying(FetchResult.Fetched.class, fetched -> {
            assertThat(fetched.movedTo()).isEqualTo(server.url("/new"));
            assertThat(fetched.etag()).isEqualTo("\"e\"");
        });
        assertThat(fetcher.fetch(server.url("/new"), "\"e\"", null)).isInstanceOf(FetchResult.NotModified.class);
    }

    @Test
    void givesUpOnARedirectLoop() {
        // given
        server.on("/loop", exchange -> redirect(exchange, "/loop"));

        // when
        FetchResult result = fetcher.fetch(server.url("/loop"), null, null);

        // then
        assertThat(reason(result)).isEqualTo("too-many-redirects");
        assertThat(server.requests("/loop")).hasSize(4);
    }

    @Test
    void endsABodyThatDripsAtTheDeadline() {
        // given
        server.on("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            for (int i = 0; i < 1000; i++) {
                out.write('x');
                out.flush();
                java.util.concurrent.locks.LockSupport.parkNanos(
                        Duration.ofMillis(100).toNanos());
            }
        });
        long start = System.nanoTime();

        // when
        FetchResult result = fetcher.fetch(server.url("/slow"), null, null);

        // then
        assertThat(reason(result)).isEqualTo("timeout");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(ints = {2 * 1024 * 1024, 2 * 1024 * 1024 + 1})
    void readsABodyAtTheLimitAndNotOnePastIt(int size) {
        // given
        server.on("/big", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[size]);
        });

        // when
        FetchResult result = fetcher.fetch(server.url("/big"), null, null);

        // then
        if (size > 2 * 1024 * 1024) {
            assertThat(reason(result)).isEqualTo("too-large");
        } else {
            assertThat(((FetchResult.Fetched) result).body()).hasSize(size);
        }
    }

    @Test
    void defusesACompressionBomb() throws IOException {
        // given
        byte[] bomb = gzip(new byte[100 * 1024 * 1024]);
        server.on("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, bomb.length);
            exchange.getResponseBody().write(bomb);
        });

        // when
        FetchResult result = fetcher.fetch(server.url("/bomb"), null, null);

        // then
        assertThat(reason(result)).isEqualTo("too-large");
    }

    @Test
    void readsGzipAndRefusesABrokenOne() throws IOException {
        // given
        byte[] good = gzip("<rss/>".getBytes(StandardCharsets.UTF_8));
        server.on("/good", exchange -> compressed(exchange, good, good.length));
        server.on("/cut", exchange -> compressed(exchange, good, good.length - 8));

        // when
        FetchResult whole = fetcher.fetch(server.url("/good"), null, null);
        FetchResult cut = fetcher.fetch(server.url("/cut"), null, null);

        // then
        assertThat(((FetchResult.Fetched) whole).body()).asString().isEqualTo("<rss/>");
        assertThat(cut).isInstanceOf(FetchResult.Failed.class);
    }

    private static void compressed(com.sun.net.httpserver.HttpExchange exchange, byte[] bytes, int length)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, length);
        exchange.getResponseBody().write(bytes, 0, length);
    }

    private static void redirect(com.sun.net.httpserver.HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static String reason(FetchResult result) {
        assertThat(result).isInstanceOf(FetchResult.Failed.class);
        return ((FetchResult.Failed) result).reason();
    }
}
