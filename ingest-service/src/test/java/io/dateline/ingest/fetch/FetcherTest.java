package io.dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.net.AddressGuard;
import io.dateline.ingest.IngestConfig;
import io.dateline.ingest.support.FeedServer;
import io.dateline.ingest.support.FetchConfigs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
    private final FeedServer server = new FeedServer();
    private final IngestConfig.Fetch config =
            FetchConfigs.with("deadline", "6s", "max-body", "2M", "max-redirects", "3");
    private final Fetcher fetcher = new Fetcher(config, new AddressGuard(Set.of(server.host())));

    @AfterEach
    void close() {
        fetcher.close();
        server.close();
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
