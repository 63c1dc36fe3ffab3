package io.dateline.store.export;

import static io.dateline.store.testing.Stories.article;
import static io.dateline.store.testing.Stories.bare;
import static io.dateline.store.testing.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Media;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Span;
import io.dateline.contracts.message.MessageCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void carriesTheExactWordsOfEveryTag(boolean titleDerived) throws IOException {
        // Given a sign of two UTF-16 code units before every tag but the dateline's
        EnrichedArticle story = inTitleToo(
                story(
                        "evidence",
                        1,
                        article -> article.titleDerived(titleDerived)
                                .title("\uD83D\uDDDE Sahiba Gafarova \"meets\" envoy")
                                .body(
                                        "BAKU, Nov 20 - \uD83D\uDDDE Sahiba Gafarova received a delegation in Baku.\n\n\"The parliament\" met.")));

        // When
        ObjectNode item = valid(Ninjs.of(story));

        // Then
        JsonNode evidence = evidence(item);
        assertThat(evidence.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "language", "dateline", "entities", "topics", "events", "quotes", "dates", "enrichment");
        Map<String, String> texts = Map.of(
                "title",
                titleDerived
                        ? item.path("title").asText()
                        : item.path("headlines").path(0).path("value").asText(),
                "body",
                item.path("bodies").path(0).path("value").asText());
        List<JsonNode> spans = evidence.findParents("surface");
        assertThat(spans)
                .hasSizeGreaterThan(12)
                .extracting(span -> span.path("field").asText())
                .contains("title", "body");
        assertThat(spans)
                .allSatisfy(span -> assertThat(texts.get(span.path("field").asText())
                                .substring(
                                        span.path("start").asInt(),
                                        span.path("end").asInt()))
                        .isEqualTo(span.path("surface").asText()));
        assertThat(spans)
                .extracting(span -> span.path("surface").asText())
                .contains("BAKU, Nov 20", "Sahiba Gafarova", "received", "parliament", "Nov 20");
    }

    private static EnrichedArticle inTitleToo(EnrichedArticle story) {
        Entity person = story.entities().get(1);
        String title = story.article().title();
        int start = title.indexOf(person.name());
        Entity named = new Entity(
                person.id(),
                person.type(),
                person.name(),
                0.6,
                null,
                null,
                null,
                null,
                List.of(Span.of("title", title, start, start + person.name().length())),
                "test/1");
        return new EnrichedArticle(
                story.article(),
                story.language(),
                story.dateline(),
                Stream.concat(story.entities().stream(), Stream.of(named)).toList(),
                story.topics(),
                story.events(),
                story.quotes(),
                story.dates(),
                story.fingerprint(),
                story.enrichment());
    }

    private static JsonNode evidence(ObjectNode item) throws IOException {
        JsonNode associated =
                item.path("associations").get(item.path("associations").size() - 1);
        assertThat(associated.path("name").asText()).isEqualTo("evidence");
        assertThat(associated.path("uri").asText()).isEqualTo(item.path("uri").asText() + "#evidence");
        JsonNode body = associated.path("bodies").path(0);
        assertThat(body.path("contentType").asText()).isEqualTo("application/json");
        return MessageCodec.json().readTree(body.path("value").asText());
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
