package io.dateline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Sighting;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.message.Decoded;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.message.MessageType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {
    @Test
    void roundTripGivesTheSameRecordAndTheSameBytes() {
        // When
        byte[] raw = MessageCodec.encode(Samples.fullRaw());
        byte[] enriched = MessageCodec.encode(Samples.fullEnriched());
        RawArticle rawAgain = message(MessageCodec.decodeRaw(type(MessageType.RAW_ARTICLE), raw));
        EnrichedArticle enrichedAgain =
                message(MessageCodec.decodeEnriched(type(MessageType.ENRICHED_ARTICLE), enriched));
        // Then
        assertThat(rawAgain).isEqualTo(Samples.fullRaw());
        assertThat(enrichedAgain).isEqualTo(Samples.fullEnriched());
        assertThat(MessageCodec.encode(rawAgain)).isEqualTo(raw);
        assertThat(MessageCodec.encode(enrichedAgain)).isEqualTo(enriched);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "999999999999999999, 999999999999999999", "1000000000000000000,", "-1,", "'',", "x,"})
    void theNumberOfAReprocessingHasUpToEighteenDigits(String header, Long number) {
        // Given
        Headers headers = new RecordHeaders();
        headers.add(MessageHeaders.REPROCESSING, header.getBytes(StandardCharsets.UTF_8));
        // When / Then
        assertThat(MessageCodec.reprocessing(headers)).isEqualTo(number);
    }

    @Test
    void aSightingComesBackAsItWas() {
        for (Sighting sighting : List.of(Samples.fullSighting(), Samples.minimalSighting())) {
            // When
            byte[] value = MessageCodec.encode(sighting);
            Headers headers = MessageCodec.headers(sighting, "/ingest", Samples.NOW, "00-1-2-01");
            // Then
            assertThat(message(MessageCodec.decodeSighting(headers, value))).isEqualTo(sighting);
            assertThat(new String(value, StandardCharsets.UTF_8)).doesNotContain("null", "urlHash");
        }
    }

    @Test
    void aSightingIsTheSameEventHoweverOftenItIsTold() {
        // Given
        Sighting sighting = Samples.fullSighting();
        Sighting later = new Sighting(
                sighting.articleId(), 4, sighting.source(), sighting.url(), "Else", Samples.NOW.plusSeconds(9));
        // When
        Headers headers = MessageCodec.headers(sighting, "/ingest", Samples.NOW, null);
        Headers again = MessageCodec.headers(later, "/ingest", Samples.NOW.plusSeconds(9), null);
        Headers elsewhere = MessageCodec.headers(Samples.minimalSighting(), "/ingest", Samples.NOW, null);
        // Then
        String id = MessageCodec.header(headers, MessageHeaders.CE_ID);
        assertThat(id).matches(sighting.articleId() + "/other\\.example/[0-9a-f]{32}");
        assertThat(MessageCodec.header(again, MessageHeaders.CE_ID)).isEqualTo(id);
        assertThat(MessageCodec.header(elsewhere, MessageHeaders.CE_ID))
                .isEqualTo(sighting.articleId() + "/other.example/");
        assertThat(MessageCodec.header(headers, MessageHeaders.CE_SUBJECT)).isEqualTo(sighting.articleId());
        assertThat(MessageCodec.header(headers, MessageHeaders.CE_TYPE)).isEqualTo("io.dateline.article.sighting.v1");
    }

    @Test
    void bytesDependOnNeitherLocaleNorTimeZone() {
        // Given
        byte[] here = MessageCodec.encode(Samples.fullEnriched());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            // When
            byte[] there = MessageCodec.encode(Samples.fullEnriched());
            // Then
            assertThat(there).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void absentFieldsAreLeftOutAndTheBodyIsAlwaysThere() {
        // When
        String json = new String(MessageCodec.encode(Samples.minimalRaw()), StandardCharsets.UTF_8);
        // Then
        assertThat(json).contains("\"body\":\"\"").doesNotContain("null", "[]");
    }

    @Test
    void headersAreCloudEvents() {
        // When
        Headers with = MessageCodec.headers(Samples.fullRaw(), "/ingest", Samples.NOW, "00-1-2-01");
        Headers without = MessageCodec.headers(Samples.fullRaw(), "/ingest", Samples.NOW, null);
        // Then
        assertThat(text(with))
                .containsExactly(
                        "ce_specversion=1.0",
                        "ce_id=" + Samples.fullRaw().id() + "/3",
                        "ce_source=/ingest",
                        "ce_type=io.dateline.article.raw.v1",
                        "ce_time=2026-03-04T05:06:07.089Z",
                        "ce_subject=" + Samples.fullRaw().id(),
                        "content-type=application/json",
                        "traceparent=00-1-2-01");
        assertThat(without.lastHeader(MessageHeaders.TRACEPARENT)).isNull();
        assertThat(MessageCodec.header(with, MessageHeaders.CE_SOURCE)).isEqualTo("/ingest");
        assertThat(MessageCodec.header(with, "other")).isNull();
    }

    @Test
    void unknownFieldsPass() {
        // Given
        ObjectNode json = MessageCodec.json().valueToTree(Samples.fullEnriched());
        json.put("sentiment", 1);
        ((ObjectNode) json.get("article")).putObject("rights").put("use", "any");
        ((ObjectNode) json.at("/entities/0/mentions/0")).put("sense", "city");
        // When
        Decoded<EnrichedArticle> decoded =
                MessageCodec.decodeEnriched(type(MessageType.ENRICHED_ARTICLE), MessageCodec.encode(json));
        // Then
        assertThat(message(decoded)).isEqualTo(Samples.fullEnriched());
        assertThat(Schemas.errors(Schemas.ENRICHED, (com.fasterxml.jackson.databind.JsonNode) json))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.dateline.article.raw.v2", "io.dateline.article.raw.v11", "io.dateline.article.raw.v0"})
    void anUnknownMajorVersionIsRefusedAsThat(String ceType) {
        assertThat(refused(ceType, MessageCodec.encode(Samples.fullRaw())).reason())
                .isEqualTo(DeadLetterReason.UNKNOWN_VERSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.dateline.article.enriched.v1", "io.dateline.article.raw", "", "secret"})
    void anotherTypeIsRefusedAsThat(String ceType) {
        // When
        Decoded.Refused<RawArticle> refused = refused(ceType, MessageCodec.encode(Samples.fullRaw()));
        // Then
        assertThat(refused.reason()).isEqualTo(DeadLetterReason.UNKNOWN_TYPE);
        assertThat(refused.detail()).doesNotContain("secret");
    }

    @Test
    void aMissingTypeIsRefusedAsUnknown() {
        // Given
        Headers empty = new RecordHeaders().add(MessageHeaders.CE_TYPE, null);
        byte[] value = MessageCodec.encode(Samples.fullRaw());
        // Then
        assertThat(refused(MessageCodec.decodeRaw(new RecordHeaders(), value)).reason())
                .isEqualTo(DeadLetterReason.UNKNOWN_TYPE);
        assertThat(refused(MessageCodec.decodeRaw(empty, value)).reason()).isEqualTo(DeadLetterReason.UNKNOWN_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "null",
                "secret",
                "\"secret\"",
                "[\"secret\"]",
                "{\"title\":\"secret",
                "{\"title\":{\"secret\":1}}",
                "{\"status\":\"secret\"}",
                "{\"source\":{\"kind\":\"secret\"}}",
                "{\"fetchedAt\":\"secret\"}",
                "{\"fetchedAt\":99999999999999999999999999}",
                "{\"revision\":99999999999}",
                "{\"authors\":[null]}",
                "{\"authors\":\"secret\"}",
                "{\"original\":{\"bytes\":\"secret\"}}"
            })
    void whatIsNotJsonOfTheContractIsUndecodableAndNotQuoted(String value) {
        // When
        Decoded.Refused<RawArticle> refused =
                refused(MessageType.RAW_ARTICLE.ceType(), value.getBytes(StandardCharsets.UTF_8));
        // Then
        assertThat(refused.reason()).isEqualTo(DeadLetterReason.UNDECODABLE);
        assertThat(refused.detail()).isNotBlank().doesNotContain("secret", "9999");
    }

    @Test
    void noValueBrokenUtf8DepthAndTrailingTextAreUndecodable() {
        // Given
        String whole = new String(MessageCodec.encode(Samples.fullRaw()), StandardCharsets.UTF_8);
        byte[] latin1 = "{\"title\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] deep = ("{\"x\":" + "[".repeat(200_000)).getBytes(StandardCharsets.UTF_8);
        // Then
        for (byte[] value : new byte[][] {null, latin1, deep, (whole + whole).getBytes(StandardCharsets.UTF_8)}) {
            assertThat(refused(MessageType.RAW_ARTICLE.ceType(), value).reason())
                    .isEqualTo(DeadLetterReason.UNDECODABLE);
        }
    }

    @Test
    void whatBreaksARuleIsInvalidAndNotQuoted() {
        // Given
        RawArticle broken =
                Samples.fullRaw().toBuilder().id("secret").revision(0).build();
        // When
        Decoded.Refused<RawArticle> refused = refused(MessageType.RAW_ARTICLE.ceType(), MessageCodec.encode(broken));
        // Then
        assertThat(refused.reason()).isEqualTo(DeadLetterReason.INVALID);
        assertThat(refused.detail()).isEqualTo("id is not prefix-128-bit-hex; revision is below 1");
    }

    @Test
    void aLoneSurrogateDoesNotPass() {
        // Given
        RawArticle article = Samples.fullRaw().toBuilder().body("a\ud83c").build();
        // When
        Decoded.Refused<RawArticle> refused = refused(MessageType.RAW_ARTICLE.ceType(), MessageCodec.encode(article));
        // Then
        assertThat(refused.reason()).isEqualTo(DeadLetterReason.INVALID);
        assertThat(refused.detail()).isEqualTo("body holds NUL or a lone surrogate");
    }

    private static Headers type(MessageType type) {
        return type == MessageType.RAW_ARTICLE
                ? MessageCodec.headers(Samples.fullRaw(), "/test", Samples.NOW, null)
                : MessageCodec.headers(Samples.fullEnriched(), "/test", Samples.NOW, null);
    }

    private static <T> T message(Decoded<T> decoded) {
        assertThat(decoded).isInstanceOf(Decoded.Message.class);
        return ((Decoded.Message<T>) decoded).value();
    }

    private static Decoded.Refused<RawArticle> refused(String ceType, byte[] value) {
        Headers headers = new RecordHeaders().add(MessageHeaders.CE_TYPE, ceType.getBytes(StandardCharsets.UTF_8));
        return refused(MessageCodec.decodeRaw(headers, value));
    }

    private static <T> Decoded.Refused<T> refused(Decoded<T> decoded) {
        assertThat(decoded).isInstanceOf(Decoded.Refused.class);
        return (Decoded.Refused<T>) decoded;
    }

    private static List<String> text(Headers headers) {
        List<String> lines = new ArrayList<>();
        for (Header header : headers) {
            lines.add(header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8));
        }
        return lines;
    }
}
