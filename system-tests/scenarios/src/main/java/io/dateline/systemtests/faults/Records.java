package io.dateline.systemtests.faults;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Records of article messages as the services write them, but for what is changed of their JSON. */
final class Records {
    private Records() {}

    static ProducerRecord<byte[], byte[]> raw(RawArticle article) {
        return raw(article, json -> json);
    }

    static ProducerRecord<byte[], byte[]> raw(RawArticle article, UnaryOperator<String> change) {
        Headers headers = MessageCodec.headers(article, "/ingest", Instant.now(), null);
        return record(Topics.RAW, article, change.apply(json(article)), headers);
    }

    static ProducerRecord<byte[], byte[]> enriched(EnrichedArticle article, UnaryOperator<String> change) {
        Headers headers = MessageCodec.headers(article, "/enrich", Instant.now(), null);
        return record(Topics.ENRICHED, article.article(), change.apply(json(article)), headers);
    }

    /** Replaces what must be there, once. */
    static UnaryOperator<String> replacing(String some, String other) {
        return json -> {
            int at = json.indexOf(some);
            if (at < 0) {
                throw new IllegalStateException("a message without " + some);
            }
            return json.substring(0, at) + other + json.substring(at + some.length());
        };
    }

    /** With another value of a header. */
    static ProducerRecord<byte[], byte[]> with(ProducerRecord<byte[], byte[]> record, String header, String value) {
        record.headers().remove(header).add(header, value.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    static String json(Object message) {
        return new String(MessageCodec.encode(message), StandardCharsets.UTF_8);
    }

    private static ProducerRecord<byte[], byte[]> record(
            String topic, RawArticle article, String json, Headers headers) {
        return new ProducerRecord<>(
                topic,
                null,
                article.id().getBytes(StandardCharsets.UTF_8),
                json.getBytes(StandardCharsets.UTF_8),
                headers);
    }
}
