package io.dateline.contracts.message;

import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record that can never be processed, as it goes to its dead-letter topic: key and original bytes untouched, its own
 * headers kept, the reason added.
 *
 * @param topic   the dead-letter topic; never null
 * @param key     as received, or null; null too where it and the headers are larger than a dead letter may be
 * @param value   as received, or null; null too where it is larger than a dead letter may be
 * @param headers as received, unless they are too large, and our own; never null
 * @param reason  never null
 */
public record DeadLetter(String topic, byte[] key, byte[] value, Headers headers, DeadLetterReason reason) {
    /** Bytes of a value that a dead-letter topic takes, with room for what is beside it and for our own headers. */
    private static final int LARGEST = ArticleLimits.MESSAGE + 512 * 1024;
    /** Bytes of key and headers as received. */
    private static final int BESIDE = 256 * 1024;
    /** Bytes of the two lengths that stand before a header's name and value, at most. */
    private static final int FRAMING = 10;

    /** @param detail one sentence for a person; never article text */
    public static DeadLetter of(
            ConsumerRecord<byte[], byte[]> record, DeadLetterReason reason, String detail, String service) {
        // The limit of a topic is one of compressed bytes: what was unpacked may be larger than can be sent on.
        int beside = size(record.key()) + size(record.headers());
        boolean besideKept = beside <= BESIDE;
        boolean valueKept = size(record.value()) <= LARGEST;
        Headers headers = new RecordHeaders();
        for (Header header : record.headers()) {
            // A replayed record still carries the headers of its last death; readers take the last value they find.
            if (besideKept && !header.key().startsWith(MessageHeaders.DEAD_LETTER_PREFIX)) {
                headers.add(header);
            }
        }
        add(headers, MessageHeaders.DEAD_LETTER_REASON, reason.code());
        add(
                headers,
                MessageHeaders.DEAD_LETTER_DETAIL,
                detail
                        + (valueKept ? "" : "; its value of " + size(record.value()) + " bytes is too large to be kept")
                        + (besideKept ? "" : "; its key and headers of " + beside + " bytes are too large to be kept"));
        add(headers, MessageHeaders.DEAD_LETTER_SERVICE, service);
        add(headers, MessageHeaders.DEAD_LETTER_TOPIC, record.topic());
        add(headers, MessageHeaders.DEAD_LETTER_PARTITION, Integer.toString(record.partition()));
        add(headers, MessageHeaders.DEAD_LETTER_OFFSET, Long.toString(record.offset()));
        return new DeadLetter(
                Topics.deadLetter(record.topic()),
                besideKept ? record.key() : null,
                valueKept ? record.value() : null,
                headers,
                reason);
    }

    /** The same without its value, for a broker that takes less than it was told to. */
    public DeadLetter withoutValue() {
        String detail = MessageCodec.header(headers, MessageHeaders.DEAD_LETTER_DETAIL);
        Headers less = new RecordHeaders(headers).remove(MessageHeaders.DEAD_LETTER_DETAIL);
        add(
                less,
                MessageHeaders.DEAD_LETTER_DETAIL,
                detail + "; its value of " + size(value) + " bytes is too large for the broker");
        return new DeadLetter(topic, key, null, less, reason);
    }

    /** Whether a broker, or the client before it, refused a record for its size: no other try goes better. */
    public static boolean isTooLarge(Throwable refusal) {
        return refusal instanceof RecordTooLargeException || refusal instanceof RecordBatchTooLargeException;
    }

    private static int size(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static int size(Headers headers) {
        int size = 0;
        for (Header header : headers) {
            size += header.key().getBytes(StandardCharsets.UTF_8).length + size(header.value()) + FRAMING;
        }
        return size;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
