package io.dateline.store.deadletter;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the headers of a dead letter say; never its payload.
 *
 * @param id            where it lies; never null
 * @param at            when the broker took it; never null
 * @param reason        stable code, {@code unknown} where the headers tell none; never null
 * @param detail        one sentence, or null
 * @param cause         the detail without what is of this record alone, or null
 * @param service       who refused it, or null
 * @param key           its key as text, usually the article id, 200 characters at most; or null
 * @param fromPartition where it was read, or null
 * @param fromOffset    where it was read, or null
 * @param replays       how often it had been put back when it died
 * @param bytes         size of its value
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LetterHead(
        LetterId id,
        Instant at,
        String reason,
        String detail,
        String cause,
        String service,
        String key,
        Integer fromPartition,
        Long fromOffset,
        int replays,
        int bytes) {
    private static final int KEY_LENGTH = 200;
    private static final int DETAIL_LENGTH = 1_000;

    static LetterHead of(ConsumerRecord<byte[], byte[]> record) {
        String reason = header(record, MessageHeaders.DEAD_LETTER_REASON);
        String detail = header(record, MessageHeaders.DEAD_LETTER_DETAIL);
        return new LetterHead(
                LetterId.of(record),
                Instant.ofEpochMilli(Math.max(0, record.timestamp())),
                reason == null ? "unknown" : cut(reason, KEY_LENGTH),
                cut(detail, DETAIL_LENGTH),
                Cause.of(detail),
                cut(header(record, MessageHeaders.DEAD_LETTER_SERVICE), KEY_LENGTH),
                record.key() == null ? null : cut(new String(record.key(), StandardCharsets.UTF_8), KEY_LENGTH),
                integer(header(record, MessageHeaders.DEAD_LETTER_PARTITION)),
                number(header(record, MessageHeaders.DEAD_LETTER_OFFSET)),
                replays(record),
                record.value() == null ? 0 : record.value().length);
    }

    /** The letters it belongs to. */
    @JsonIgnore
    public GroupKey group() {
        return new GroupKey(id.topic(), service, reason, cause);
    }

    private static int replays(ConsumerRecord<byte[], byte[]> record) {
        Integer replays = integer(header(record, MessageHeaders.REPLAYS));
        return replays == null ? 0 : replays;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return MessageCodec.header(record.headers(), name);
    }

    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }

    private static Integer integer(String header) {
        return header != null && header.matches("\\d{1,9}") ? Integer.valueOf(header) : null;
    }

    /** Null for what is no number: anybody may have written the header. */
    private static Long number(String header) {
        return header != null && header.matches("\\d{1,18}") ? Long.valueOf(header) : null;
    }
}
