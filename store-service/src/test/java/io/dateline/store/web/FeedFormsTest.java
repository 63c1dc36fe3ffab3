package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.testinfra.InfraResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(InfraResource.class)
@WithTestResource(FakeIngest.class)
class FeedFormsTest {
    @BeforeEach
    void ingestIsThere() {
        SeventhFeed.isThere();
    }

    @Test
    void anotherSitesFormIsRefusedBeforeIngestHears() {
        // When
        Response site =
                SeventhFeed.form().header("Sec-Fetch-Site", "cross-site").post("/feeds/feed-7/delete");
        Response origin =
                SeventhFeed.form().header("Origin", "https://evil.example").post("/feeds/add");

        // Then
        assertThat(site.statusCode()).isEqualTo(403);
        assertThat(origin.statusCode()).isEqualTo(403);
        assertThat(FakeIngest.asked()).isEmpty();
    }

    /** Forms of a page that says no-referrer come with the origin null where browsers send no Sec-Fetch-Site. */
    @ParameterizedTest
    @ValueSource(strings = {"/feeds", "/feeds/feed-7", "/feeds/feed-7/change", "/feeds/add", "/feeds/import"})
    void pagesWithFormsTellTheirOwnOriginAndNobodyElse(String path) {
        assertThat(Site.page(path).select("head meta[name=referrer]").attr("content"))
                .isEqualTo("same-origin");
    }
}
