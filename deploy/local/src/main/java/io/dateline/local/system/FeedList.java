package io.dateline.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Hands a list of feeds (OPML) to ingest. */
public final class FeedList {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int SHOWN = 5;

    private final String ingest;
    private final UnaryOperator<HttpRequest.Builder> signature;

    /**
     * @param ingest    address of its API, without a path
     * @param signature adds our key to a request, where one is needed
     */
    public FeedList(String ingest, UnaryOperator<HttpRequest.Builder> signature) {
        this.ingest = ingest;
        this.signature = signature;
    }

    /**
     * Answers in a sentence what became of it.
     *
     * @throws StartFailed where ingest did not take the list
     */
    public String send(Path opml) {
        try {
            HttpRequest request = signature
                    .apply(HttpRequest.newBuilder(URI.create(ingest + "/api/feeds/opml")))
                    .timeout(LIMIT)
                    .header("Content-Type", "text/x-opml")
                    .POST(HttpRequest.BodyPublishers.ofFile(opml))
                    .build();
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode answer = new ObjectMapper().readTree(response.body());
            if (response.statusCode() != 200) {
                throw new StartFailed("ingest did not take the feeds of " + opml + ": "
                        + answer.path("detail").asText(response.body()));
            }
            return told(answer);
        } catch (IOException e) {
            throw new StartFailed("ingest did not take the feeds of " + opml + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted while the feeds were imported");
        }
    }

    static String told(JsonNode answer) {
        StringBuilder text = new StringBuilder()
                .append(answer.path("created").asInt())
                .append(" feeds imported, ")
                .append(answer.path("existing").asInt())
                .append(" were there already");
        int rejected = answer.path("rejectedTotal").asInt();
        if (rejected > 0) {
            text.append(", ").append(rejected).append(" rejected");
            int shown = 0;
            for (JsonNode one : answer.path("rejected")) {
                if (shown++ < SHOWN) {
                    text.append("\n  line ")
                            .append(one.path("line").asInt())
                            .append(": ")
                            .append(one.path("detail").asText());
                }
            }
        }
        return text.toString();
    }
}
