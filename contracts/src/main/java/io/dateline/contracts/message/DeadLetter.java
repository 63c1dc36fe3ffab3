package io.dateline.contracts.message;

import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record that can never be processed, as it goes to its dead-letter topic: key and original bytes untouched, its own
 * headers kept, the reason added.
 *
 * @param topic   the dead-letter topic; never null
 * @param key     as received, or null
 * @param value   as received, or null; null too where it is larger than a dead letter may be
 * @param headers never null
 * @param reason  never null
 */
public record DeadLetter(String topic, byte[] key, byte[] value, Headers headers, DeadLetterReason reason) {
    /** Bytes of a value that a dead-letter topic takes, with room for headers. */
    private static final int LARGEST = ArticleLimits.MESSAGE + 512 * 1024;

    /** @param detail one sentence for a person; never article text */
    public static DeadLetter of(
            ConsumerRecord<byte[], byte[]> record, DeadLetterReason reason, String detail, String service) {
        Headers headers = new RecordHeaders();
        for (Header header : record.headers()) {
            // A replayed record still carries the headers of its last death; readers take the last value they find.
            if (!header.key().startsWith(MessageHeaders.DEAD_LETTER_PREFIX)) {
                headers.add(header);
            }
        }
        // The limit of a topic is one of compressed bytes: what was unpacked may be larger than can be sent on.
        int bytes = record.value() == null ? 0 : record.value().length;
        boolean kept = bytes <= LARGEST;
        add(headers, MessageHeaders.DEAD_LETTER_REASON, reason.code());
        add(
                headers,
                MessageHeaders.DEAD_LETTER_DETAIL,
                kept ? detail : detail + "; its value of " + bytes + " bytes is too large to be kept");
        add(headers, MessageHeaders.DEAD_LETTER_SERVICE, service);
        add(headers, MessageHeaders.DEAD_LETTER_TOPIC, record.topic());
        add(headers, MessageHeaders.DEAD_LETTER_PARTITION, Integer.toString(record.partition()));
        add(headers, MessageHeaders.DEAD_LETTER_OFFSET, Long.toString(record.offset()));
        return new DeadLetter(
                Topics.deadLetter(record.topic()), record.key(), kept ? record.value() : null, headers, reason);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
