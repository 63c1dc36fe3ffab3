package io.dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.net.AddressGuard;
import io.dateline.ingest.support.FetchConfigs;
import io.dateline.ingest.support.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that mean harm, byte by byte. */
class HostileServerTest {
    /** 64 MiB of zeros, and 1,900,000 of them, in Brotli. */
    private static final String BROTLI_BOMB =
            "y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v0f////4J8AiMMCAN37P/7//8E/ARCHBQC693/8//+DfwIgDgsAdO//+P//B/8EQBwWAOje//H//w/+CYA4LADQvf/L//8//BMAcVgAoHv/Bw==";

    private static final String BROTLI_SMALL = "m9/9HPgnAOKxQCCzngM=";

    private final RawServer server = new RawServer();
    private final Fetcher fetcher = new Fetcher(
            FetchConfigs.with("deadline", "4s", "max-body", "2M", "max-ratio", "200", "max-redirects", "3"),
            new AddressGuard(Set.of(server.host())));

    @AfterEach
    void close() {
        fetcher.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate", "br"})
    void defusesABombByItsBytes(String coding) throws IOException {
        // given
        server.answers(head("Content-Encoding: " + coding), bomb(coding));
        // when
        FetchResult result = fetcher.fetch(server.url(), null, null);
        // then
        assertThat(reason(result)).isEqualTo("too-large");
    }

    @ParameterizedTest
    @CsvSource({"br", "gzip", "deflate"})
    void defusesABombByItsRatioBelowTheLimitOfBytes(String coding) throws IOException {
        // given less than the largest body, from a thousandth of it
        byte[] body =
                coding.equals("br") ? Base64.getDecoder().decode(BROTLI_SMALL) : packed(coding, new byte[1_900_000]);
        server.answers(head("Content-Encoding: " + coding), body);
        // when
        FetchResult result = fetcher.fetch(server.url(), null, null);
        // then
        assertThat(body.length).isLessThan(1_900_000 / 200);
        assertThat(reason(result)).isEqualTo("too-large");
        assertThat(((FetchResult.Failed) result).detail()).contains("200 times");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "bare-deflate", "br", "GZIP"})
    void readsWhatIsCompressedHonestly(String coding) throws IOException {
        // given
        byte[] body = coding.equals("br")
                ? Base64.getDecoder().decode("iwKAPHJzcy8+Aw==")
                : packed(coding, "<rss/>".getBytes(StandardCharsets.UTF_8));
        server.answers(head("Content-Encoding: " + coding.replace("bare-", "")), body);
        // when
        FetchResult result = fetcher.fetch(server.url(), null, null);
        // then
        assertThat(((FetchResult.Fetched) result).body()).asString().isEqualTo("<rss/>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "compress", "gzip, gzip", "br, gzip", "aes128gcm"})
    void refusesACodingItDidNotAskFor(String coding) {
        // given
        server.answers(head("Content-Encoding: " + coding), new byte[100]);
        // when
        FetchResult result = fetcher.fetch(server.url(), null, null);
        // then
        assertThat(reason(result)).isEqualTo("bad-encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br"})
    void refusesWhatOnlyClaimsToBeCompressed(String coding) {
        // given
        server.answers(
                head("Content-Encoding: " + coding), "<rss>not compressed</rss>".getBytes(StandardCharsets.UTF_8));
        // when
        FetchResult result = fetcher.fetch(server.url(), null, null);
        // then
        assertThat(reason(result)).isIn("bad-encoding", "connection-broken");
    }

    @Test
    void endsABodyWithoutEnd() {
        // given
        server.on(out -> {
            out.write(head().getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(new byte[8192]);
            }
        });
        // when
        FetchResult result = fetcher.fetch(server.url(), null, null);
        // then
        assertThat(reason(result)).isEqualTo("too-large");
    }

    @Test
    void endsHeadersWithoutEnd() {
        // given
        server.on(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write("X-More: and more\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        });
        // when
        FetchResult result = fetcher.fetch(server.url(), null, null);
        // then
        assertThat(reason(result)).isEqualTo("connection-broken");
    }

    @Test
    void endsAHeaderLineWithoutEnd() {
        // given
        server.on(out -> {
            out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write("xxxxxxxxxxxxxxxx".getBytes(StandardCharsets.US_ASCII));
            }
        });
        // when
        FetchResult result = fetcher.fetch(server.url(), null, null);
        // then
        assertThat(reason(result)).isEqualTo("connection-broken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\n\r\n"})
    void endsAServerThatSaysNothingMoreAtTheDeadline(String beginning) {
        // given
        server.on(out -> {
            out.write(beginning.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofSeconds(20).toNanos());
        });
        long start = System.nanoTime();
        // when
        FetchResult result = fetcher.fetch(server.url(), null, null);
        // then
        assertThat(reason(result)).isEqualTo("timeout");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void endsRedirectsThatDripAtTheDeadlineOfTheWholeChain() {
        // given each step takes most of the time that all of them have
        server.on(out -> {
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(2500).toNanos());
            out.write("HTTP/1.1 302 Found\r\nLocation: /next\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });
        // when
        FetchResult result = fetcher.fetch(server.url(), null, null);
        // then
        assertThat(reason(result)).isEqualTo("timeout");
    }

    @Test
    void readsNoMoreOfABodyThanItsLengthSays() {
        // given
        server.answers(
                "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n",
                "<rss/>HTTP/1.1 200 OK".getBytes(StandardCharsets.UTF_8));
        // when
        FetchResult result = fetcher.fetch(server.url(), null, null);
        // then
        assertThat(((FetchResult.Fetched) result).body()).asString().isEqualTo("<rss/>");
    }

    @Test
    void takesNoBodyThatBreaksOff() {
        // given
        server.answers("HTTP/1.1 200 OK\r\nContent-Length: 600\r\n\r\n", "<rss/>".getBytes(StandardCharsets.UTF_8));
        // when
        FetchResult result = fetcher.fetch(server.url(), null, null);
        // then
        assertThat(reason(result)).isEqualTo("connection-broken");
    }

    /** What comes back to a server, or into a log, can end no line there. */
    @ParameterizedTest
    @ValueSource(strings = {"\"a\rX-Evil: 1\"", "\"a\u0000b\"", "\"a\u000bb\"", "\"\u00e9\"", " ", "\"a\u001b[31m\""})
    void keepsNoValidatorThatCouldEndAHeaderLine(String etag) {
        // given
        server.answers(head("ETag: " + etag, "Last-Modified: " + etag), "<rss/>".getBytes(StandardCharsets.UTF_8));
        // when
        FetchResult result = fetcher.fetch(server.url(), null, null);
        // then
        if (result instanceof FetchResult.Fetched fetched) {
            assertThat(fetched.etag())
                    .satisfiesAnyOf(
                            kept -> assertThat(kept).isNull(),
                            kept -> assertThat(kept).matches("[ -~]+"));
            assertThat(fetched.lastModified())
                    .satisfiesAnyOf(
                            kept -> assertThat(kept).isNull(),
                            kept -> assertThat(kept).matches("[ -~]+"));
        } else {
            assertThat(reason(result)).isEqualTo("connection-broken");
        }
    }

    @Test
    void keepsAValidatorAtTheLimitOfItsLengthAndNotOnePastIt() {
        // given
        String longest = "\"" + "x".repeat(1022) + "\"";
        server.answers(head("ETag: " + longest), new byte[1]);
        FetchResult fit = fetcher.fetch(server.url(), null, null);
        server.answers(head("ETag: " + longest + "x"), new byte[1]);
        // when
        FetchResult tooLong = fetcher.fetch(server.url(), null, null);
        // then
        assertThat(((FetchResult.Fetched) fit).etag()).isEqualTo(longest);
        assertThat(((FetchResult.Fetched) tooLong).etag()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a\rX-Evil: 1", "/a%0d%0aX-Evil:%201", "/a\u0001", "http://[", "::", "http://a b/"})
    void sendsNoHeaderOfARedirectsMaking(String location) {
        // given
        server.answers("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n", new byte[0]);
        // when
        FetchResult result = fetcher.fetch(server.url(), null, null);
        // then
        assertThat(result).isInstanceOf(FetchResult.Failed.class);
        assertThat(server.requests()).allSatisfy(request -> {
            assertThat(request).doesNotContain("X-Evil: 1\r\n").doesNotContain("\nX-Evil:");
            assertThat(request.lines().filter(line -> line.startsWith("Host:")))
                    .containsExactly("Host: " + server.host());
        });
    }

    @Test
    void namesTheHostOfTheAddressWhateverTheServerSaysItIs() {
        // given
        server.answers(
                "HTTP/1.1 302 Found\r\nLocation: " + server.url() + "/next\r\nHost: inner.example\r\n"
                        + "X-Forwarded-Host: inner.example\r\nContent-Length: 0\r\n\r\n",
                new byte[0]);
        // when
        fetcher.fetch(server.url(), null, null);
        // then
        assertThat(server.requests())
                .hasSize(4)
                .allSatisfy(request -> assertThat(request)
                        .contains("Host: " + server.host() + "\r\n")
                        .doesNotContain("inner.example"));
    }

    @Test
    void sendsNoCookieAndNoPasswordEvenWhenAskedTo() {
        // given
        server.answers(
                "HTTP/1.1 401 No\r\nSet-Cookie: a=b\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n",
                new byte[0]);
        // when
        FetchResult first = fetcher.fetch(server.url(), null, null);
        fetcher.fetch(server.url(), null, null);
        // then
        assertThat(reason(first)).isEqualTo("http-401");
        assertThat(server.requests())
                .hasSize(2)
                .allSatisfy(
                        request -> assertThat(request).doesNotContain("Cookie").doesNotContain("Authorization"));
    }

    @Test
    void readsTheBeginningOfRobotsRulesHoweverLongTheyAre() {
        // given
        server.on(out -> {
            out.write((head() + "User-agent: *\nDisallow: /private\n").getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write("# and so on, for ever\n".getBytes(StandardCharsets.US_ASCII));
            }
        });
        // when
        FetchResult result = fetcher.once(FetchRequest.robots(server.url() + "/robots.txt"));
        // then
        assertThat(((FetchResult.Fetched) result).body()).hasSize(500 * 1024);
    }

    @Test
    void readsLinksAndMaxAgeAndLeavesOutWhatIsNone() {
        // given
        server.answers(
                head(
                        "Cache-Control: public, max-age=600, s-maxage=5",
                        "Link: <https://hub.example/>; rel=\"hub\", <https://h.example/feed>; rel=self",
                        "Link: nonsense, <>; rel=hub, <https://x.example/>"),
                new byte[1]);
        // when
        FetchResult result = fetcher.fetch(server.url(), null, null);
        // then
        FetchResult.Fetched fetched = (FetchResult.Fetched) result;
        assertThat(fetched.maxAge()).isEqualTo(Duration.ofMinutes(10));
        assertThat(fetched.links())
                .containsExactly(
                        new WebLink("https://hub.example/", "hub"), new WebLink("https://h.example/feed", "self"));
    }

    private static String head(String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    private static byte[] bomb(String coding) throws IOException {
        return coding.equals("br")
                ? Base64.getDecoder().decode(BROTLI_BOMB)
                : packed(coding, new byte[64 * 1024 * 1024]);
    }

    private static byte[] packed(String coding, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OutputStream packing = coding.toLowerCase(java.util.Locale.ROOT).endsWith("gzip")
                ? new GZIPOutputStream(out)
                : new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, coding.startsWith("bare")));
        try (packing) {
            packing.write(bytes);
        }
        return out.toByteArray();
    }

    private static String reason(FetchResult result) {
        assertThat(result).isInstanceOf(FetchResult.Failed.class);
        return ((FetchResult.Failed) result).reason();
    }
}
