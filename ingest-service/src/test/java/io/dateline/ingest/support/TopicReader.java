package io.dateline.ingest.support;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.message.Decoded;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.testinfra.TestInfra;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads everything that stands on a topic now; what it has read before it remembers. */
public final class TopicReader {
    private static final Map<String, TopicReader> READERS = new HashMap<>();

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    private TopicReader(String topic) {
        Map<String, Object> config = Map.of("bootstrap.servers", TestInfra.get().kafkaBootstrap());
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    public static synchronized List<ConsumerRecord<byte[], byte[]>> all(String topic) {
        return List.copyOf(READERS.computeIfAbsent(topic, TopicReader::new).read());
    }

    private List<ConsumerRecord<byte[], byte[]>> read() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
        return records;
    }

    /** Articles of a topic that a consumer would take, by id. */
    public static List<RawArticle> articles(String topic, String id) {
        return all(topic).stream()
                .filter(record -> id.equals(new String(record.key())))
                .map(TopicReader::decode)
                .toList();
    }

    public static RawArticle decode(ConsumerRecord<byte[], byte[]> record) {
        if (MessageCodec.decodeRaw(record.headers(), record.value()) instanceof Decoded.Message<RawArticle> message) {
            return message.value();
        }
        throw new AssertionError("a record that no consumer would take");
    }
}
