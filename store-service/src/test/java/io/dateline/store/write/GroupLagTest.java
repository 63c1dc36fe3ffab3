package io.dateline.store.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.ops.GroupLag;
import io.dateline.testinfra.TestInfra;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupLagTest {
    private final String topic = "lag-" + UUID.randomUUID();
    private final String group = "group-of-" + topic;
    private final String bootstrap = TestInfra.get().kafkaBootstrap();
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");

    @AfterEach
    void close() throws Exception {
        admin.deleteTopics(List.of(topic)).all().get();
        admin.close();
    }

    @Test
    void countsWhatWaitsInAllPartitionsAndAsksOnceASecond() throws Exception {
        // Given
        admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        append(0, 5);
        append(1, 3);
        GroupLag lag = new GroupLag(admin, group, topic, () -> now);

        // When
        long before = lag.getAsLong();
        admin.alterConsumerGroupOffsets(group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(4)))
                .all()
                .get();
        long atOnce = lag.getAsLong();
        now = now.plusSeconds(1);

        // Then
        assertThat(before).isEqualTo(8);
        assertThat(atOnce).isEqualTo(8);
        assertThat(lag.getAsLong()).isEqualTo(4);
    }

    @Test
    void takesWhatItCannotLearnForNone() throws Exception {
        // Given
        admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        try (Admin nobody = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:1"))) {
            GroupLag lag = new GroupLag(nobody, group, topic, () -> now);

            // When / Then
            assertThat(lag.getAsLong()).isZero();
            nobody.close(Duration.ZERO);
        }
    }

    private void append(int partition, int records) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(topic, partition, null, new byte[1]))
                        .get();
            }
        }
    }
}
