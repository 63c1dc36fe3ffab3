package io.dateline.store.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.topic.Topics;
import io.dateline.testinfra.TestInfra;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OldestWaitingTest {
    private static final TopicPartition FIRST = new TopicPartition(Topics.RAW_BACKFILL, 3);
    private static final TopicPartition SECOND = new TopicPartition(Topics.RAW_BACKFILL, 4);
    private static final TopicPartition OTHER = new TopicPartition(Topics.ENRICHED_BACKFILL, 0);

    private KafkaConsumer<byte[], byte[]> consumer;
    private OldestWaiting oldest;

    @BeforeEach
    void open() {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        TestInfra.get().kafkaBootstrap(),
                        "enable.auto.commit",
                        "false",
                        "auto.offset.reset",
                        "none"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        oldest = new OldestWaiting(consumer);
    }

    @AfterEach
    void close() {
        consumer.close();
    }

    private static List<RecordMetadata> append(TopicPartition partition, int records) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestInfra.get().kafkaBootstrap(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<RecordMetadata> sent = new ArrayList<>();
            for (int i = 0; i < records; i++) {
                sent.add(producer.send(
                                new ProducerRecord<>(partition.topic(), partition.partition(), null, new byte[100]))
                        .get());
            }
            return sent;
        }
    }

    @Test
    void tellsTheAgeOfTheOldestOfAllPartitionsOfEachPlace() throws Exception {
        // Given
        List<RecordMetadata> older = append(FIRST, 3);
        List<RecordMetadata> newer = append(SECOND, 2);
        List<RecordMetadata> other = append(OTHER, 1);
        Instant now = Instant.ofEpochMilli(other.get(0).timestamp()).plusSeconds(60);
        Map<String, Map<TopicPartition, Long>> waiting = Map.of(
                "enrich/bulk",
                Map.of(FIRST, older.get(1).offset(), SECOND, newer.get(0).offset()),
                "store/bulk",
                Map.of(OTHER, other.get(0).offset()),
                "store/live",
                Map.of());

        // When
        Map<String, Duration> ages = oldest.ages(waiting, now);
        Map<String, Duration> again = oldest.ages(waiting, now);

        // Then
        assertThat(ages)
                .containsOnly(
                        Map.entry(
                                "enrich/bulk",
                                Duration.between(
                                        Instant.ofEpochMilli(older.get(1).timestamp()), now)),
                        Map.entry("store/bulk", Duration.ofSeconds(60)),
                        Map.entry("store/live", Duration.ZERO));
        assertThat(again).isEqualTo(ages);
    }

    @Test
    void takesTheOldestKeptWhereTheFirstWaitingIsGone() throws Exception {
        // Given
        RecordMetadata kept = append(OTHER, 1).get(0);
        Map<TopicPartition, Long> beyond = new HashMap<>(Map.of(OTHER, kept.offset() + 1_000));
        Instant now = Instant.ofEpochMilli(kept.timestamp()).plusSeconds(60);

        // When
        Map<String, Duration> ages = oldest.ages(Map.of("store/bulk", beyond), now);

        // Then
        assertThat(ages.get("store/bulk")).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
    }
}
