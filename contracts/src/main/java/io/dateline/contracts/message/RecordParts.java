package io.dateline.contracts.message;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How a batch is cut into parts that are worked on one after the other: what a part is made into is held at once, and Kafka
 * bounds a batch by its records alone (its limits of bytes count compressed ones).
 *
 * @param records in a part at most
 * @param bytes   of values, uncompressed; the record that reaches them is the part's last
 */
public record RecordParts(int records, long bytes) {

    /** All records in their order; no part is empty. */
    public List<List<ConsumerRecord<byte[], byte[]>>> of(Iterable<ConsumerRecord<byte[], byte[]>> batch) {
        List<List<ConsumerRecord<byte[], byte[]>>> parts = new ArrayList<>();
        List<ConsumerRecord<byte[], byte[]>> part = new ArrayList<>();
        long size = 0;
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            part.add(record);
            size += Math.max(0, record.serializedValueSize());
            if (size >= bytes || part.size() >= records) {
                parts.add(part);
                part = new ArrayList<>();
                size = 0;
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }
}
