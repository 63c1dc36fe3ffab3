package io.dateline.local.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

class NewsroomServerTest {
    private final MovingClock clock = new MovingClock();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private NewsroomServer server;

    @BeforeEach
    void start() {
        server = NewsroomServer.start(folder, 0, clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(FeedName.class)
    void answersNotModifiedUntilAStoryArrives(FeedName feed) throws Exception {
        // Given
        String etag = get(feed.path()).headers().firstValue("ETag").orElseThrow();

        // When
        HttpResponse<byte[]> again = get(feed.path(), "If-None-Match", etag);
        clock.move(Duration.ofMinutes(2));
        HttpResponse<byte[]> later = get(feed.path(), "If-None-Match", etag);

        // Then
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(later.headers().firstValue("ETag")).isPresent().get().isNotEqualTo(etag);
    }

    @Test
    void understandsIfModifiedSinceWhereNoTagIsSent() throws Exception {
        // Given
        String date = get(FeedName.HERALD.path())
                .headers()
                .firstValue("Last-Modified")
                .orElseThrow();

        // When
        int same = get(FeedName.HERALD.path(), "If-Modified-Since", date).statusCode();
        int older = get(FeedName.HERALD.path(), "If-Modified-Since", "Thu, 01 Jan 2026 00:00:00 GMT")
                .statusCode();
        int nonsense =
                get(FeedName.HERALD.path(), "If-Modified-Since", "yesterday").statusCode();

        // Then
        assertThat(same).isEqualTo(304);
        assertThat(older).isEqualTo(200);
        assertThat(nonsense).isEqualTo(200);
    }

    @Test
    void writesWellFormedRssAndAtom() throws Exception {
        // Given
        clock.move(Duration.ofHours(1));

        // When
        Document rss = parse(get(FeedName.HERALD.path()).body());
        Document atom = parse(get(FeedName.CHRONICLE.path()).body());

        // Then
        assertThat(rss.getElementsByTagName("item").getLength()).isEqualTo(Newsroom.STORIES_IN_A_FEED);
        assertThat(rss.getElementsByTagName("content:encoded").item(0).getTextContent())
                .startsWith("<p>");
        assertThat(atom.getElementsByTagName("entry").getLength()).isEqualTo(Newsroom.STORIES_IN_A_FEED);
        assertThat(atom.getElementsByTagName("rights").getLength()).isEqualTo(Newsroom.STORIES_IN_A_FEED);
    }

    @Test
    void servesThePageOfEveryStoryInAFeed() throws Exception {
        // Given
        JsonNode feed = new ObjectMapper().readTree(get(FeedName.WIRE.path()).body());

        // When
        JsonNode first = feed.get("items").get(0);
        HttpResponse<byte[]> page = get(URI.create(first.get("url").asText()).getPath());

        // Then
        assertThat(feed.get("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(new String(page.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains(Html.escape(first.get("title").asText()));
        assertThat(get("/stories/unknown").statusCode()).isEqualTo(404);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.site() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Document parse(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }
}
