package io.dateline.store.export;

import static io.dateline.store.testing.Stories.article;
import static io.dateline.store.testing.Stories.bare;
import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Media;
import io.dateline.contracts.message.MessageCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NinjsTest {
    private static final Instant PUBLISHED = Instant.parse("2025-11-20T08:00:00Z");
    /** The tests of ingest read it back. */
    private static final Path EXPORTED = Path.of("../ingest-service/src/test/resources/wire/ninjs-3-exported.json");

    private static ObjectNode valid(ObjectNode item) {
        assertThat(NinjsSchema.errors(item)).isEmpty();
        return item;
    }

    @Test
    void saysAllThatIsKnown() throws IOException {
        // When
        ObjectNode item = valid(Ninjs.of(story(
                "full",
                3,
                article -> article.guid("tag:example,1:1")
                        .summary("In short.")
                        .slugline("BAKU-VISIT")
                        .byline("By A. Writer")
                        .authors(List.of("A. Writer"))
                        .categories(List.of("World"))
                        .language("en-GB")
                        .agency("Example Agency")
                        .urgency(4)
                        .publishedAt(PUBLISHED)
                        .edNote("Corrects the name.")
                        .updatedAt(PUBLISHED.plusSeconds(60))
                        .embargoUntil(PUBLISHED.minusSeconds(60))
                        .media(List.of(
                                new Media("https://news.example/a picture.jpg", "image/jpeg", null),
                                new Media("https://news.example/ü.jpg", "image/jpeg", "The envoy"),
                                new Media("https://news.example/unknown", null, null))))));

        // Then
        assertThat((JsonNode) item).isEqualTo(MessageCodec.json().readTree(Files.readString(EXPORTED)));
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        // When
        ObjectNode item = valid(Ninjs.of(bare(
                article("bare", 1)
                        .body("")
                        .url(null)
                        .publishedAt(null)
                        .titleDerived(true)
                        .build(),
                "und")));

        // Then
        assertThat(item.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "standard",
                        "uri",
                        "type",
                        "version",
                        "pubStatus",
                        "altIds",
                        "infoSources",
                        "versionCreated",
                        "title");
    }

    @ParameterizedTest
    @EnumSource(
            value = ArticleStatus.class,
            names = {"WITHHELD", "CANCELED"})
    void saysNothingOfWhatMayNotBeShownButThatItIsSo(ArticleStatus status) {
        // When
        ObjectNode item = valid(Ninjs.of(story("killed", 2, article -> article.status(status))));

        // Then
        assertThat(item.path("pubStatus").asText()).isEqualTo(status.name().toLowerCase(Locale.ROOT));
        assertThat(item.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("standard", "uri", "type", "version", "pubStatus", "altIds", "infoSources");
        assertThat(item.path("altIds")).hasSize(1);
    }

    @Test
    void takesTheSchemaAtItsWord() {
        // Given
        ObjectNode item = Ninjs.of(story("word"));

        // When
        item.put("bodyText", "no such field");
        ((ObjectNode) item.path("places").get(0).path("geoJSON"))
                .putArray("coordinates")
                .add(49.9);

        // Then
        assertThat(NinjsSchema.errors(item)).hasSizeGreaterThanOrEqualTo(2);
    }
}
