package io.dateline.store.export;

import static io.dateline.store.testing.Stories.FETCHED;
import static io.dateline.store.testing.Stories.article;
import static io.dateline.store.testing.Stories.bare;
import static io.dateline.store.testing.Stories.id;
import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Media;
import io.dateline.contracts.message.MessageCodec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NinjsTest {
    private static ObjectNode valid(ObjectNode item) {
        assertThat(NinjsSchema.errors(item)).isEmpty();
        return item;
    }

    private static JsonNode json(String text) {
        try {
            return MessageCodec.json().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void saysAllThatIsKnown() {
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
                        .edNote("Corrects the name.")
                        .updatedAt(FETCHED.plusSeconds(60))
                        .embargoUntil(FETCHED.minusSeconds(60))
                        .media(List.of(
                                new Media("https://news.example/a picture.jpg", "image/jpeg", null),
                                new Media("https://news.example/ü.jpg", "image/jpeg", "The envoy"),
                                new Media("https://news.example/unknown", null, null))))));

        // Then
        String uuid = id("full").substring(4);
        assertThat(item.remove("bodies").get(0).path("value").asText()).startsWith("BAKU, Nov 20 - Sahiba");
        assertThat((JsonNode) item).isEqualTo(json("""
                {"standard": {"name": "ninjs", "version": "3.1",
                   "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"},
                 "uri": "urn:uuid:%s-%s-%s-%s-%s",
                 "type": "text", "version": "3", "pubStatus": "usable",
                 "altIds": [{"role": "dateline", "value": "%s"},
                            {"role": "guid", "value": "tag:example,1:1"},
                            {"role": "url", "value": "https://news.example/full"}],
                 "infoSources": [{"name": "Test Wire", "role": "provider", "literal": "test-wire"},
                                 {"name": "Example Agency", "role": "agency"}],
                 "firstCreated": "2026-11-20T08:00:00Z", "versionCreated": "2026-11-20T08:01:00Z",
                 "embargoedUntil": "2026-11-20T07:59:00Z",
                 "language": "en-GB",
                 "headlines": [{"role": "main", "contentType": "text/plain",
                                "value": "Azerbaijan's speaker meets Saudi envoy"}],
                 "descriptions": [{"role": "summary", "contentType": "text/plain", "value": "In short."}],
                 "by": "By A. Writer", "slugline": "BAKU-VISIT", "located": "Baku", "edNote": "Corrects the name.",
                 "urgency": 4,
                 "subjects": [{"name": "diplomacy", "uri": "http://cv.iptc.org/newscodes/mediatopic/20000639",
                               "creator": "test/1", "confidence": 90},
                              {"name": "World", "creator": "Test Wire"}],
                 "people": [{"name": "Sahiba Gafarova", "literal": "per:sahiba gafarova"}],
                 "places": [{"name": "Baku", "uri": "https://sws.geonames.org/587084/", "literal": "geonames:587084",
                             "geoJSON": {"type": "Point", "coordinates": [49.89201, 40.37767]}}],
                 "associations": [
                   {"name": "picture", "uri": "https://news.example/%%C3%%BC.jpg", "type": "picture",
                    "descriptions": [{"role": "caption", "contentType": "text/plain", "value": "The envoy"}],
                    "renditions": [{"name": "original", "href": "https://news.example/%%C3%%BC.jpg",
                                    "contentType": "image/jpeg"}]},
                   {"name": "media", "uri": "https://news.example/unknown",
                    "renditions": [{"name": "original", "href": "https://news.example/unknown"}]}]}
                """.formatted(
                        uuid.substring(0, 8),
                        uuid.substring(8, 12),
                        uuid.substring(12, 16),
                        uuid.substring(16, 20),
                        uuid.substring(20),
                        id("full"))));
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
        assertThat(item.path("pubStatus").asText()).isEqualTo(status.name().toLowerCase(java.util.Locale.ROOT));
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
