package io.dateline.systemtests.faults;

import io.dateline.systemtests.system.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Answers of web servers, good ones and such as no server should give. */
final class Answers {
    private static final Duration DRIP = Duration.ofMillis(200);
    private static final int BOMB_MEGABYTES = 64;
    private static final int TORN = 500;

    private Answers() {}

    /** @param links of its items */
    static String feed(String title, List<String> links) {
        StringBuilder items = new StringBuilder();
        links.forEach(
                link -> items.append("<item><title>Report at ")
                        .append(link)
                        .append("</title><link>")
                        .append(link)
                        .append("</link><guid>")
                        .append(link)
                        .append("</guid><pubDate>Thu, 15 Jan 2026 10:00:00 GMT</pubDate>")
                        .append(
                                "<description>The old bridge over the river reopened on Monday, the city said.</description></item>"));
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>" + title + "</title>" + items
                + "</channel></rss>";
    }

    static FeedServer.Page good(String body) {
        return out -> {
            out.write(head("200 OK", "Content-Length: " + body.length()));
            out.write(bytes(body));
        };
    }

    /** Half of it comes, the rest when {@code until} holds. */
    static FeedServer.Page halting(String body, Halt until) {
        return out -> {
            byte[] bytes = bytes(body);
            out.write(head("200 OK", "Content-Length: " + bytes.length));
            out.write(bytes, 0, bytes.length / 2);
            out.flush();
            while (!until.over()) {
                Await.pause(Duration.ofMillis(20));
            }
            out.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
        };
    }

    /** What is waited for. */
    interface Halt {
        boolean over();
    }

    static void nothing(OutputStream out) throws IOException {
        out.write(head("404 Not Found", "Content-Length: 0"));
    }

    static void endless(OutputStream out) throws IOException {
        out.write(head("200 OK"));
        out.write(bytes("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>"));
        byte[] piece = bytes("on and on ".repeat(1_000));
        while (true) {
            out.write(piece);
        }
    }

    /** A byte now and a byte then. */
    static void drip(OutputStream out) throws IOException {
        out.write(head("200 OK"));
        byte[] feed = bytes(feed("Drip", List.of("https://drip.example/1")).repeat(1_000));
        for (byte one : feed) {
            out.write(one);
            out.flush();
            Await.pause(DRIP);
        }
    }

    /** Says that there is more than there is. */
    static void tooShort(OutputStream out) throws IOException {
        String feed = feed("Short", List.of("https://short.example/1"));
        out.write(head("200 OK", "Content-Length: " + (feed.length() + 1_000)));
        out.write(bytes(feed));
    }

    /** Neither XML nor anything else that could be read. */
    static void malformed(OutputStream out) throws IOException {
        good("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><<item><title>&&</tilte><//channel>\u0001<")
                .answer(out);
    }

    /** Small as it comes, and as large as {@link #BOMB_MEGABYTES} says when it is unpacked. */
    static FeedServer.Page bomb() {
        byte[] packed = packed();
        return out -> {
            out.write(head("200 OK", "Content-Encoding: gzip", "Content-Length: " + packed.length));
            out.write(packed);
        };
    }

    /** Says that it is gzip, and breaks off. */
    static FeedServer.Page tornGzip() {
        byte[] torn = Arrays.copyOf(packed(), TORN);
        return out -> {
            out.write(head("200 OK", "Content-Encoding: gzip", "Content-Length: " + torn.length));
            out.write(torn);
        };
    }

    private static byte[] packed() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] megabyte = new byte[1024 * 1024];
            for (int i = 0; i < BOMB_MEGABYTES; i++) {
                gzip.write(megabyte);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Leads on to a path, which may be its own. */
    static FeedServer.Page redirect(String path) {
        return out -> out.write(head("302 Found", "Location: " + path, "Content-Length: 0"));
    }

    private static byte[] head(String status, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return bytes(head.append("Content-Type: application/rss+xml\r\n\r\n").toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
