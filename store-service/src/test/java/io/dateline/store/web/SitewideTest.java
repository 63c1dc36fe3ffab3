package io.dateline.store.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.http.Problem;
import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds on every page. */
@QuarkusTest
@WithTestResource(InfraResource.class)
class SitewideTest {
    private static final String POLICY =
            "default-src 'self'; frame-ancestors 'none'; base-uri 'none';" + " form-action 'self'; object-src 'none'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/stories",
                "/events",
                "/events?limit=0",
                "/events/none",
                "/topics",
                "/entities/none",
                "/search",
                "/search?from=x",
                "/ops",
                "/ops/board",
                "/ops/dead-letters",
                "/ops/article?id=none",
                "/articles/nosuch",
                "/nosuch/at/all",
                "/assets/dateline.css"
            })
    void sendsTheStrictHeaders(String path) {
        // When
        Response response = Site.get(path);

        // Then
        assertThat(response.header("Content-Security-Policy")).isEqualTo(POLICY);
        assertThat(response.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(response.headers().getValues("Referrer-Policy")).containsExactly("no-referrer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/stories",
                "/events",
                "/topics",
                "/search",
                "/saved",
                "/feeds",
                "/ops",
                "/ops/dead-letters",
                "/ops/article"
            })
    void isMadeForKeyboardsReadersAndPhones(String path) {
        // When
        Document page = Site.page(path);

        // Then
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("body > a.skip").attr("href")).isEqualTo("#main");
        assertThat(page.select("main#main, header, footer, nav[aria-label]")).hasSize(4);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("meta[name=viewport]")).hasSize(1);
        assertThat(page.select("nav a[aria-current=page]")).hasSize(1);
        assertThat(page.select("nav a").eachAttr("href"))
                .containsExactly(
                        "/", "/stories", "/events", "/topics", "/search", "/saved", "/feeds", "/ops", "/q/swagger-ui");
        assertThat(page.select("script:not([src]), style, [style], img, iframe"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/events", "/search", "/feeds", "/ops"})
    void servesEveryAssetItNamesFromItself(String path) {
        // When
        Document page = Site.page(path);

        // Then
        page.select("script[src], link[href]").forEach(asset -> {
            String address = asset.hasAttr("src") ? asset.attr("src") : asset.attr("href");
            assertThat(address).matches("/(assets|webjars)/[^?]+\\?v=[0-9a-f]{12}");
            Response response = given().get(address);
            assertThat(response.statusCode()).as(address).isEqualTo(200);
            assertThat(response.header("Cache-Control")).contains("max-age=");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/articles/nosuch", "/articles/txt-00000000000000000000000000000000", "/nosuch/at/all"})
    void answersAPageForWhatIsNotThere(String path) {
        // When
        Document page = Site.pageOfStatus(404, path);

        // Then
        assertThat(page.select("h1").text()).isEqualTo("There is nothing at this address");
        assertThat(page.select("header .brand").attr("href")).isEqualTo("/");
    }

    @Test
    void answersAPageForAParameterOfTheWrongType() {
        assertThat(Site.pageOfStatus(400, "/articles/txt-00000000000000000000000000000000?revision=x")
                        .select("h1")
                        .text())
                .isEqualTo("This request cannot be understood");
    }

    @Test
    void saysUnderWhatAFailureIsInTheLog() {
        // Given
        Problem ours = new Problem("t", "t", 500, "d", "/x", "internal", "0af7651916cd43dd", null);
        Problem theirs = new Problem("t", "t", 404, "d", "/x", "not-found", "0af7651916cd43dd", null);

        // When
        String failed = Templates.problem(ours, "h", "a").render();
        String mistyped = Templates.problem(theirs, "h", "a").render();

        // Then
        assertThat(failed).contains("<code>0af7651916cd43dd</code>");
        assertThat(mistyped).doesNotContain("0af7651916cd43dd");
    }

    @Test
    void keepsProblemJsonForPrograms() {
        // When
        Response page = given().accept("application/json").get("/articles/nosuch");
        Response api = Site.get("/api/articles/nosuch");

        // Then
        assertThat(page.contentType()).startsWith("application/problem+json");
        assertThat(api.statusCode()).isEqualTo(404);
        assertThat(api.contentType()).startsWith("application/problem+json");
    }

    @Test
    void leavesTheApiDescriptionUsable() {
        // When
        Response response = given().redirects().follow(true).get("/q/swagger-ui");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        // It starts from an inline script, so it cannot have the pages' policy.
        assertThat(response.header("Content-Security-Policy")).isEqualTo("frame-ancestors 'none'");
        Document page = Jsoup.parse(response.asString());
        assertThat(page.select("meta[name=viewport]").attr("content")).startsWith("width=device-width");
        assertThat(page.select("nav a[href=/]").text()).isEqualTo("Dateline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/events", "/topics", "/search"})
    void firstViewIsSmall(String path) {
        // Given
        int bytes = 0;
        Document page = Site.page(path);

        // When
        bytes += compressed(path);
        for (var asset : page.select("script[src], link[rel=stylesheet]")) {
            bytes += compressed(asset.hasAttr("src") ? asset.attr("src") : asset.attr("href"));
        }
        if (!page.select("use").isEmpty()) {
            bytes += compressed(page.select("use").attr("href").replaceFirst("#.*", ""));
        }

        // Then
        assertThat(bytes).isPositive().isLessThan(100_000);
    }

    private static int compressed(String path) {
        try (var bytes = new java.io.ByteArrayOutputStream();
                var gzip = new java.util.zip.GZIPOutputStream(bytes)) {
            gzip.write(given().get(path).asByteArray());
            gzip.finish();
            return bytes.size();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
