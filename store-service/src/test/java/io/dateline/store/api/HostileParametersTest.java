package io.dateline.store.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.message.MessageCodec;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Every parameter of every question that the API describes, each with what nobody should send. The live stream is left out:
 * it reads its parameters as the search does, and an answer of its has no end.
 */
@QuarkusTest
@WithTestResource(InfraResource.class)
class HostileParametersTest {
    private static final String STREAM = "/api/stream";
    /** All values are for this one, a few in turn for the others, which read the same filters by the same code. */
    private static final String SEARCH = "/api/articles";

    private static final int IN_TURN = 3;
    private static final List<String> VALUES = List.of(
                    "'",
                    "';DROP TABLE store.articles;--",
                    "1 OR 1=1",
                    "\\",
                    "%",
                    "_",
                    "&|!():*<->",
                    "((((((((",
                    "a & (b | !c):*AB <5> d",
                    "\"",
                    "$1",
                    "{a,b}",
                    "\0",
                    "\ud83d\ude00",
                    "\u202e\u0000",
                    "-1",
                    "0",
                    "99999999999999999999",
                    "NaN",
                    "1e309",
                    "2026-02-30",
                    "+292278994-08-17T07:12:55.807Z",
                    "0000-00-00T00:00:00Z",
                    "null",
                    "../../../etc/passwd",
                    "<script>alert(1)</script>",
                    "geonames:",
                    ":",
                    ",,,,",
                    "90,180,1000",
                    "x".repeat(5_000),
                    "( ".repeat(200),
                    "-".repeat(399),
                    "\u0130".repeat(300),
                    "a ".repeat(199))
            .stream()
            .map(value -> URLEncoder.encode(value, StandardCharsets.UTF_8))
            .toList();
    /** No UTF-8. */
    private static final List<String> BROKEN = List.of("%E2%28%A1", "%ff%fe", "%C0%80");

    @TestHTTPResource("/")
    URI server;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> failures = new ArrayList<>();
    private int asked;

    @Test
    void isAnsweredWithAProblemAndNeverWithAFailure() throws Exception {
        // Given: what there is to ask
        Map<String, Map<String, Map<String, Object>>> paths = given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("paths");

        // When
        int turn = 0;
        for (String path : paths.keySet()) {
            Map<String, Object> get = paths.get(path).get("get");
            if (get == null || path.equals(STREAM)) {
                continue;
            }
            for (Map<String, Object> parameter : parameters(get)) {
                for (String value : values(path, turn++)) {
                    ask(path, (String) parameter.get("name"), (String) parameter.get("in"), value);
                }
            }
        }

        // Then
        assertThat(failures).isEmpty();
        assertThat(asked).isGreaterThan(1_000);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> parameters(Map<String, Object> operation) {
        return (List<Map<String, Object>>) operation.getOrDefault("parameters", List.of());
    }

    private static List<String> values(String path, int turn) {
        List<String> all = new ArrayList<>(VALUES);
        all.addAll(BROKEN);
        if (path.equals(SEARCH)) {
            return all;
        }
        List<String> some = new ArrayList<>();
        for (int i = 0; i < IN_TURN; i++) {
            some.add(all.get((turn * IN_TURN + i) % all.size()));
        }
        return some;
    }

    private void ask(String path, String name, String in, String value) throws Exception {
        String concrete = path;
        String query = "";
        if ("path".equals(in)) {
            concrete = path.replace("{" + name + "}", value);
        } else if ("query".equals(in)) {
            query = "?" + name + "=" + value;
        } else {
            return;
        }
        String url = concrete.replaceAll("\\{[^}]*}", "none") + query;
        // Sent as it stands, and by a client that makes no work of a thousand requests.
        HttpResponse<byte[]> answer =
                client.send(HttpRequest.newBuilder(server.resolve(url)).build(), BodyHandlers.ofByteArray());
        asked++;
        int status = answer.statusCode();
        String type = answer.headers().firstValue("Content-Type").orElse("");
        boolean problem = status < 400
                || status == 414
                || type.startsWith("application/problem+json")
                        && MessageCodec.json().readTree(answer.body()).hasNonNull("code");
        if (status >= 500 || !problem) {
            failures.add(status + " " + type + " " + url.substring(0, Math.min(160, url.length())));
        }
    }
}
