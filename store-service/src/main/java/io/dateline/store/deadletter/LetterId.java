package io.dateline.store.deadletter;

import io.dateline.contracts.topic.TopicCatalog;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Where a dead letter lies.
 *
 * @param topic     a dead-letter topic of the catalogue
 * @param partition from 0
 * @param offset    from 0
 */
public record LetterId(String topic, int partition, long offset) {
    private static final Pattern PARTITION = Pattern.compile("\\d{1,9}");
    private static final Pattern OFFSET = Pattern.compile("\\d{1,18}");

    /** Empty where it names no place a dead letter could lie. Any part may be null. */
    public static Optional<LetterId> of(String topic, String partition, String offset) {
        boolean place = TopicCatalog.deadLetters().contains(String.valueOf(topic))
                && PARTITION.matcher(String.valueOf(partition)).matches()
                && OFFSET.matcher(String.valueOf(offset)).matches();
        return place
                ? Optional.of(new LetterId(topic, Integer.parseInt(partition), Long.parseLong(offset)))
                : Optional.empty();
    }

    static LetterId of(ConsumerRecord<?, ?> record) {
        return new LetterId(record.topic(), record.partition(), record.offset());
    }

    /** {@code topic/partition/offset}, as in addresses. */
    public String path() {
        return topic + "/" + partition + "/" + offset;
    }
}
