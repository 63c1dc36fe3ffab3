package io.dateline.store.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The pages as a browser asks for them. */
final class Site {
    private Site() {}

    static Response get(String path) {
        return given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .get(path);
    }

    static Document page(String path) {
        Response response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.contentType()).startsWith("text/html").containsIgnoringCase("utf-8");
        return Jsoup.parse(response.asString(), path);
    }

    static Document pageOfStatus(int status, String path) {
        Response response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(status);
        assertThat(response.contentType()).startsWith("text/html");
        return Jsoup.parse(response.asString(), path);
    }

    /** Until what was sent has been stored, or what was stored has been changed. */
    static void awaitStatus(int status, String path) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get(path).statusCode()).isEqualTo(status));
    }
}
