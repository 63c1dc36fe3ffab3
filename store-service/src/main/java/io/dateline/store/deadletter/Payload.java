package io.dateline.store.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.dateline.contracts.article.ArticleRules;
import io.dateline.contracts.message.MessageCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The value of a dead letter made readable: article text, for those who may operate.
 *
 * @param form   {@code json}, {@code text}, {@code base64} or {@code none}; never null
 * @param bytes  of the value as it lies in Kafka
 * @param gzip   whether the value was unpacked
 * @param json   where the form is json
 * @param text   where the form is text
 * @param base64 the value as it lies in Kafka, where the form is base64
 * @param hex    its first 64 bytes, where the form is base64
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The value of a dead letter, made readable.")
public record Payload(
        @Schema(enumeration = {"json", "text", "base64", "none"})
        String form,

        int bytes,

        @Schema(description = "Whether the value itself was packed, and is shown unpacked.")
        boolean gzip,

        JsonNode json,
        String text,

        @Schema(description = "The value as it lies in Kafka.")
        String base64,

        @Schema(description = "Its first 64 bytes.") String hex) {
    /** Nothing larger fits into a dead-letter topic as it is. */
    private static final int UNPACKED = 9 << 20;

    private static final int HEAD = 64;
    private static final ObjectReader JSON = MessageCodec.json()
            .reader()
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** @param value as read; may be null */
    static Payload of(byte[] value) {
        if (value == null || value.length == 0) {
            return new Payload("none", 0, false, null, null, null, null);
        }
        byte[] unpacked = unpacked(value);
        byte[] content = unpacked == null ? value : unpacked;
        JsonNode json = json(content);
        String text = json == null ? text(content) : null;
        if (json != null || text != null) {
            return new Payload(json == null ? "text" : "json", value.length, unpacked != null, json, text, null, null);
        }
        return new Payload(
                "base64",
                value.length,
                false,
                null,
                null,
                Base64.getEncoder().encodeToString(value),
                HexFormat.ofDelimiter(" ").formatHex(Arrays.copyOf(value, Math.min(HEAD, value.length))));
    }

    /** Null where it is no gzip, or is more than a topic could hold unpacked. */
    private static byte[] unpacked(byte[] value) {
        if (value.length < 2 || (value[0] & 0xff) != 0x1f || (value[1] & 0xff) != 0x8b) {
            return null;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(value))) {
            byte[] content = in.readNBytes(UNPACKED + 1);
            return content.length > UNPACKED ? null : content;
        } catch (IOException e) {
            // Only begins like one: it is shown as it is.
            return null;
        }
    }

    private static JsonNode json(byte[] content) {
        try {
            JsonNode tree = JSON.readTree(content);
            return tree == null || tree.isMissingNode() ? null : tree;
        } catch (IOException e) {
            // No JSON: most of what lies in these topics for being undecodable.
            return null;
        }
    }

    /** Null where it is no UTF-8, or holds what no text does. */
    private static String text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return ArticleRules.storable(text) ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
