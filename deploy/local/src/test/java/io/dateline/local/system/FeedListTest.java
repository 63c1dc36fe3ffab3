package io.dateline.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedListTest {
    @TempDir
    Path folder;

    private final AtomicReference<String> received = new AtomicReference<>();
    private HttpServer ingest;
    private int status = 200;
    private String answer;

    @BeforeEach
    void ingest() throws IOException {
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        ingest.createContext("/api/feeds/opml", exchange -> {
            received.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        ingest.start();
    }

    @AfterEach
    void stop() {
        ingest.stop(0);
    }

    @Test
    void sendsTheListAndSaysHowManyCameIn() throws IOException {
        // given
        Path list = Files.writeString(folder.resolve("mine.opml"), "<opml/>");
        answer = "{\"created\": 2, \"existing\": 1, \"rejectedTotal\": 1, \"rejected\":"
                + " [{\"line\": 7, \"code\": \"invalid-feed\", \"detail\": \"url is missing.\"}]}";

        // when
        String said = list().send(list);

        // then
        assertThat(received.get()).isEqualTo("<opml/>");
        assertThat(said).isEqualTo("2 feeds imported, 1 were there already, 1 rejected\n  line 7: url is missing.");
    }

    @Test
    void saysWhatIngestSaysAgainstIt() throws IOException {
        // given
        Path list = Files.writeString(folder.resolve("mine.opml"), "no list");
        status = 422;
        answer = "{\"code\": \"malformed-document\", \"detail\": \"This is not OPML.\"}";

        // when, then
        assertThatThrownBy(() -> list().send(list))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("This is not OPML.");
    }

    private FeedList list() {
        return new FeedList("http://127.0.0.1:" + ingest.getAddress().getPort(), request -> request);
    }
}
