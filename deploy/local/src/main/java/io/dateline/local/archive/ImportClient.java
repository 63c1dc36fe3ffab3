package io.dateline.local.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Asks ingest for imports. */
public final class ImportClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String ingest;
    private final UnaryOperator<HttpRequest.Builder> signature;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /**
     * @param ingest    address of its API, without a path
     * @param signature adds our key to a request, where one is needed
     */
    public ImportClient(String ingest, UnaryOperator<HttpRequest.Builder> signature) {
        this.ingest = ingest;
        this.signature = signature;
    }

    /** What ingest refuses, in its own words. */
    public static final class Refused extends IOException {
        Refused(String message) {
            super(message);
        }
    }

    /**
     * Begins an import, or finds the one of this path that is under way.
     *
     * @param rate   records a second, or null
     * @param source of articles that name none, or null
     */
    public ImportStatus begin(String path, Integer rate, String source) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("path", path);
        if (rate != null) {
            body.put("rate", rate);
        }
        if (source != null) {
            body.put("source", source);
        }
        return send(request("/api/imports")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    public ImportStatus look(String id) throws IOException, InterruptedException {
        return send(request("/api/imports/" + id).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return signature.apply(HttpRequest.newBuilder(URI.create(ingest + path)).timeout(LIMIT));
    }

    private ImportStatus send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() >= 300) {
            throw new Refused(answer.path("detail").asText("status " + response.statusCode()));
        }
        return ImportStatus.of(answer);
    }
}
