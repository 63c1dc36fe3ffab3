package io.dateline.store.deadletter;

import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Makes of a dead letter the record it was. */
final class Revival {
    private Revival() {}

    /**
     * Key, value and headers as they were, without what the dead letter added, and with how often it has come back. The
     * key decides the partition, as it did at first; the topic is that of the dead-letter topic's name, whatever a header
     * says.
     *
     * @param replays with this one; 1 or higher
     */
    static ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> letter, int replays) {
        Headers headers = new RecordHeaders();
        for (Header header : letter.headers()) {
            if (!header.key().startsWith(MessageHeaders.DEAD_LETTER_PREFIX)
                    && !header.key().equals(MessageHeaders.REPLAYS)) {
                headers.add(header);
            }
        }
        headers.add(MessageHeaders.REPLAYS, Integer.toString(replays).getBytes(StandardCharsets.UTF_8));
        return new ProducerRecord<>(Topics.original(letter.topic()), null, null, letter.key(), letter.value(), headers);
    }
}
