package io.dateline.systemtests.faults;

import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.topic.TopicCatalog;
import io.dateline.contracts.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Which records the dead letters of all topics stand for, by the coordinates they carry. */
final class DeadLetterReader {
    private static final Duration POLL = Duration.ofMillis(500);

    private DeadLetterReader() {}

    static List<Place> read(String bootstrap) {
        List<Place> buried = new ArrayList<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrap, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = TopicCatalog.all().stream()
                    .filter(topic -> topic.name().endsWith(Topics.DEAD_LETTER_SUFFIX))
                    .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    buried.add(place(record.headers()));
                }
            }
        }
        return buried;
    }

    private static Place place(Headers headers) {
        return new Place(
                MessageCodec.header(headers, MessageHeaders.DEAD_LETTER_TOPIC),
                Integer.parseInt(MessageCodec.header(headers, MessageHeaders.DEAD_LETTER_PARTITION)),
                Long.parseLong(MessageCodec.header(headers, MessageHeaders.DEAD_LETTER_OFFSET)));
    }
}
