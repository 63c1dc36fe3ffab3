package io.dateline.store.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Deque;

/** Opens live streams with a header, and closes those it was not refused. */
public final class OpenStreams implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Deque<InputStream> open = new ArrayDeque<>();
    private final URI home;

    /** @param home where the service is */
    public OpenStreams(URI home) {
        this.home = home;
    }

    /** The answer to one more; of one that stands, only the head was read. */
    public HttpResponse<InputStream> open(String path, String header, String value) throws Exception {
        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(home.resolve(path))
                        .header("Accept", "text/event-stream")
                        .header(header, value)
                        .build(),
                BodyHandlers.ofInputStream());
        if (answer.statusCode() == 200) {
            open.push(answer.body());
        }
        return answer;
    }

    /** Leaves the stream that was opened last. */
    public void closeLast() throws IOException {
        open.pop().close();
    }

    @Override
    public void close() throws IOException {
        while (!open.isEmpty()) {
            closeLast();
        }
    }
}
