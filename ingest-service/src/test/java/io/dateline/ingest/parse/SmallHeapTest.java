package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.support.FeedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What hostile feeds make of the heap: all of them are fetched and read, with the limits as they are shipped, by a JVM
 * whose heap is 64 MB more than the 18 that one without harm takes.
 */
class SmallHeapTest {
    private static final String HEAP = "-Xmx82m";
    /** A little below the largest body. */
    private static final int NEARLY_ALL = 9_900_000;

    private static final int MEMBER = 100 * 1024 * 1024;
    private static final int MEMBERS = 100;

    private final FeedServer server = new FeedServer();
    private final Map<String, String> expected = new LinkedHashMap<>();

    @AfterEach
    void close() {
        server.close();
    }

    private void feed(String path, String type, String body, String outcome) {
        server.document(path, type, body, "\"e\"");
        expected.put(path, outcome);
    }

    private void rss(String path, String inside, String outcome) {
        feed(path, "application/xml; charset=utf-8", Feeds.rss(inside), outcome);
    }

    private List<String> saidByASmallJvm() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName()));
        expected.keySet().forEach(path -> command.add(server.url(path)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines().toList();
    }

    @Test
    void readsOrRefusesWhatMeansHarmWithoutGrowingByMoreThanItMay() throws Exception {
        // given
        rss("/title", "<item><title>" + "t".repeat(NEARLY_ALL) + "</title></item>", "1 articles");
        rss("/wide-title", "<item><title>" + "\u0442".repeat(NEARLY_ALL / 2) + "</title></item>", "1 articles");
        rss(
                "/text",
                "<item><description>" + "&lt;p&gt;word ".repeat(NEARLY_ALL / 14) + "</description></item>",
                "1 articles");
        rss("/attributes", "<item" + attributes(60_000) + "><title>t</title></item>", "1 articles");
        String deep = "<b>".repeat(200_000) + "x" + "</b>".repeat(200_000);
        rss("/depth", "<item><title>t</title><description>" + deep + "</description></item>", "1 articles");
        rss(
                "/markup",
                "<item><title>t</title><description>" + deep.replace("<", "&lt;") + "</description></item>",
                "1 articles");
        rss("/items", "<item><title>t</title></item>".repeat(NEARLY_ALL / 29), ItemCollector.ITEMS + " articles");
        feed(
                "/json",
                "application/feed+json",
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [" + "{\"id\": \"1\", \"title\": \""
                        + "t".repeat(NEARLY_ALL - 200) + "\"}]}",
                "1 articles");
        String groups = ("<g>" + "<a>x</a>".repeat(4_000) + "</g>").repeat(300);
        rss("/many", "<item><title>t</title></item><item>" + groups + "</item>", "1 articles");
        feed("/many-broken", "text/xml", "<rss><channel><item><title>t</title></item><item>" + groups, "1 articles");
        server.on("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            byte[] member = zeros();
            for (int i = 0; i < MEMBERS; i++) {
                out.write(member);
            }
        });
        expected.put("/bomb", "too-large");
        server.on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(new byte[8_192]);
            }
        });
        expected.put("/endless", "too-large");

        // when
        List<String> said = saidByASmallJvm();

        // then
        assertThat(said)
                .containsExactlyElementsOf(expected.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList());
    }

    private static String attributes(int count) {
        return IntStream.range(0, count).mapToObj(i -> " a" + i + "='v'").collect(Collectors.joining());
    }

    /** A tenth of a megabyte that becomes a hundred; as members one after the other, ten gigabytes. */
    private static byte[] zeros() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] piece = new byte[1024 * 1024];
            for (int i = 0; i < MEMBER / piece.length; i++) {
                gzip.write(piece);
            }
        }
        return packed.toByteArray();
    }
}
