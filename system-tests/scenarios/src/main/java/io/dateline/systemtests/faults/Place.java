package io.dateline.systemtests.faults;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where a record lies in Kafka. */
record Place(String topic, int partition, long offset) {
    static Place of(ConsumerRecord<?, ?> record) {
        return new Place(record.topic(), record.partition(), record.offset());
    }
}
