package io.dateline.contracts.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dateline.contracts.article.ArticleRules;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Sighting;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.EvidenceRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Writes and reads the values and CloudEvents headers of article messages. Thread-safe. */
public final class MessageCodec {
    /** Unknown fields pass, so that a newer producer never stops an older consumer. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Of a whole message: nothing may stand behind it. One for all, since it keeps the readers of the types it has met. */
    private static final ObjectReader WHOLE = JSON.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** As many as fit into a long whatever they are. */
    private static final int REPROCESSING_DIGITS = 18;

    private MessageCodec() {}

    /** The JSON mapper of every message; not to be reconfigured. */
    public static ObjectMapper json() {
        return JSON;
    }

    /** A message's value as UTF-8 JSON: the same bytes for the same record, always. */
    public static byte[] encode(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a contract record that does not serialise is a bug", e);
        }
    }

    /**
     * CloudEvents attributes for a raw article.
     *
     * @param source      the service that writes it, as a URI reference such as {@code /ingest}
     * @param traceparent W3C trace context, or null
     */
    public static Headers headers(RawArticle article, String source, Instant at, String traceparent) {
        return headers(
                MessageType.RAW_ARTICLE,
                article.id(),
                article.id() + "/" + article.revision(),
                source,
                at,
                traceparent);
    }

    /**
     * CloudEvents attributes for an enriched article. The id holds the enrichment version: tagged anew it is another
     * event.
     *
     * @param source      as for a raw article
     * @param traceparent W3C trace context, or null
     */
    public static Headers headers(EnrichedArticle enriched, String source, Instant at, String traceparent) {
        RawArticle article = enriched.article();
        String id = article.id() + "/" + article.revision() + "/"
                + enriched.enrichment().version();
        return headers(MessageType.ENRICHED_ARTICLE, article.id(), id, source, at, traceparent);
    }

    /**
     * CloudEvents attributes for a sighting: told again it is the same event.
     *
     * @param source      as for a raw article
     * @param traceparent W3C trace context, or null
     */
    public static Headers headers(Sighting sighting, String source, Instant at, String traceparent) {
        return headers(MessageType.SIGHTING, sighting.articleId(), id(sighting), source, at, traceparent);
    }

    private static String id(Sighting sighting) {
        return sighting.articleId() + "/" + sighting.source().id() + "/" + sighting.urlHash();
    }

    /**
     * Reads a message of any type for what its CloudEvents attributes have to say of it.
     *
     * @param headers {@code ce_type} must be that of the type
     */
    public static Decoded<MessageIdentity> identify(MessageType type, Headers headers, byte[] value) {
        return switch (type) {
            case RAW_ARTICLE -> identity(decodeRaw(headers, value), article -> identity(article, null));
            case ENRICHED_ARTICLE ->
                identity(
                        decodeEnriched(headers, value),
                        enriched -> identity(
                                enriched.article(), enriched.enrichment().version()));
            case SIGHTING ->
                identity(
                        decodeSighting(headers, value),
                        sighting -> new MessageIdentity(id(sighting), sighting.articleId()));
        };
    }

    private static <T> Decoded<MessageIdentity> identity(Decoded<T> decoded, Function<T, MessageIdentity> of) {
        if (decoded instanceof Decoded.Refused<T> refused) {
            return new Decoded.Refused<>(refused.reason(), refused.detail());
        }
        return new Decoded.Message<>(of.apply(((Decoded.Message<T>) decoded).value()));
    }

    private static MessageIdentity identity(RawArticle article, String enrichment) {
        String id = article.id() + "/" + article.revision();
        return new MessageIdentity(enrichment == null ? id : id + "/" + enrichment, article.id());
    }

    private static Headers headers(
            MessageType type, String articleId, String id, String source, Instant at, String traceparent) {
        Headers headers = new RecordHeaders();
        add(headers, MessageHeaders.CE_SPECVERSION, "1.0");
        add(headers, MessageHeaders.CE_ID, id);
        add(headers, MessageHeaders.CE_SOURCE, source);
        add(headers, MessageHeaders.CE_TYPE, type.ceType());
        add(headers, MessageHeaders.CE_TIME, at.toString());
        add(headers, MessageHeaders.CE_SUBJECT, articleId);
        add(headers, MessageHeaders.CONTENT_TYPE, "application/json");
        if (traceparent != null) {
            add(headers, MessageHeaders.TRACEPARENT, traceparent);
        }
        return headers;
    }

    /** The last value of a header as text, or null. */
    public static String header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Number of the reprocessing a message belongs to; null where there is none, or what stands there is no such number. */
    public static Long reprocessing(Headers headers) {
        Header header = headers.lastHeader(MessageHeaders.REPROCESSING);
        // Anybody may have written it, at any length.
        if (header == null || header.value() == null || header.value().length > REPROCESSING_DIGITS) {
            return null;
        }
        String number = new String(header.value(), StandardCharsets.UTF_8);
        return number.matches("[0-9]+") ? Long.valueOf(number) : null;
    }

    public static Decoded<RawArticle> decodeRaw(Headers headers, byte[] value) {
        return decode(MessageType.RAW_ARTICLE, headers, value, RawArticle.class, ArticleRules::violations);
    }

    public static Decoded<EnrichedArticle> decodeEnriched(Headers headers, byte[] value) {
        return decode(MessageType.ENRICHED_ARTICLE, headers, value, EnrichedArticle.class, EvidenceRules::violations);
    }

    public static Decoded<Sighting> decodeSighting(Headers headers, byte[] value) {
        return decode(MessageType.SIGHTING, headers, value, Sighting.class, ArticleRules::violations);
    }

    private static <T> Decoded<T> decode(
            MessageType type, Headers headers, byte[] value, Class<T> as, Function<T, List<String>> rules) {
        String ceType = header(headers, MessageHeaders.CE_TYPE);
        if (ceType == null || !type.ceType().equals(ceType)) {
            boolean version = ceType != null && type.sameFamily(ceType);
            DeadLetterReason reason = version ? DeadLetterReason.UNKNOWN_VERSION : DeadLetterReason.UNKNOWN_TYPE;
            return new Decoded.Refused<>(reason, "expected ce_type " + type.ceType());
        }
        T decoded;
        try {
            decoded = value == null || value.length == 0
                    ? null
                    : WHOLE.forType(as).readValue(value);
        } catch (IOException e) {
            // Jackson's message quotes the input, which is article text: only the kind of failure is kept.
            return new Decoded.Refused<>(
                    DeadLetterReason.UNDECODABLE,
                    "not JSON of the contract: " + e.getClass().getSimpleName());
        }
        if (decoded == null) {
            return new Decoded.Refused<>(DeadLetterReason.UNDECODABLE, "the value is empty");
        }
        List<String> violations = rules.apply(decoded);
        return violations.isEmpty()
                ? new Decoded.Message<>(decoded)
                : new Decoded.Refused<>(
                        DeadLetterReason.INVALID,
                        String.join("; ", violations.subList(0, Math.min(5, violations.size()))));
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
