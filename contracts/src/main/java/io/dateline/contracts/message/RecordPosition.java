package io.dateline.contracts.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Where a record lies in Kafka.
 *
 * @param topic      never null
 * @param partition  from 0
 * @param offset     from 0
 * @param appendedAt when the broker took it, or null where it does not say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordPosition(String topic, int partition, long offset, Instant appendedAt) {
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");
    private static final Pattern PARTITION = Pattern.compile("\\d{1,9}");
    private static final Pattern OFFSET = Pattern.compile("\\d{1,18}");
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** Of a record that was read. */
    public static RecordPosition of(ConsumerRecord<?, ?> record) {
        return new RecordPosition(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp() < 0 ? null : Instant.ofEpochMilli(record.timestamp()));
    }

    /** Says in the headers of an enriched message that this is the raw record it was made of. */
    public void addAsRaw(Headers headers) {
        add(headers, MessageHeaders.RAW_TOPIC, topic);
        add(headers, MessageHeaders.RAW_PARTITION, Integer.toString(partition));
        add(headers, MessageHeaders.RAW_OFFSET, Long.toString(offset));
        if (appendedAt != null) {
            add(headers, MessageHeaders.RAW_TIME, appendedAt.toString());
        }
    }

    /** Of the raw record an enriched message was made of; null where its headers do not say or what they say is odd. */
    public static RecordPosition rawOf(Headers headers) {
        String topic = MessageCodec.header(headers, MessageHeaders.RAW_TOPIC);
        String partition = MessageCodec.header(headers, MessageHeaders.RAW_PARTITION);
        String offset = MessageCodec.header(headers, MessageHeaders.RAW_OFFSET);
        if (topic == null
                || partition == null
                || offset == null
                || !TOPIC.matcher(topic).matches()
                || !PARTITION.matcher(partition).matches()
                || !OFFSET.matcher(offset).matches()) {
            return null;
        }
        return new RecordPosition(
                topic, Integer.parseInt(partition), Long.parseLong(offset), time(headers, MessageHeaders.RAW_TIME));
    }

    /** The time a header names, or null where there is none or it is not of the years 1970 to 9999. */
    public static Instant time(Headers headers, String name) {
        String text = MessageCodec.header(headers, name);
        if (text == null) {
            return null;
        }
        try {
            Instant time = Instant.parse(text);
            return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? null : time;
        } catch (DateTimeException e) {
            // Written by another than us: the message counts without it.
            return null;
        }
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
