package io.dateline.systemtests.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.message.MessageCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Plain HTTP as any client would speak it. Thread-safe. */
public final class Http {
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @throws UncheckedIOException where nobody answers */
    public HttpResponse<String> get(String url) {
        return send(request(url).GET().build());
    }

    /** The JSON of a 200 answer; anything else is an {@link IllegalStateException} with the answer. */
    public JsonNode json(String url) {
        HttpResponse<String> answer = get(url);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(url + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return parse(answer.body());
    }

    public HttpResponse<String> post(String url, String mediaType, String body) {
        return send(request(url)
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public HttpResponse<String> delete(String url) {
        return send(request(url).DELETE().build());
    }

    /** Whether a GET is answered 200 now. */
    public boolean ok(String url) {
        try {
            return get(url).statusCode() == 200;
        } catch (UncheckedIOException away) {
            return false;
        }
    }

    public static JsonNode parse(String json) {
        try {
            return MessageCodec.json().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
