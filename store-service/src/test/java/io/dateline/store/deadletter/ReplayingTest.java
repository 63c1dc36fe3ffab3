package io.dateline.store.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.topic.Topics;
import io.dateline.store.query.Asking;
import io.dateline.store.testing.StoreSchema;
import io.dateline.testinfra.TestInfra;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class ReplayingTest {
    private static final String TOPIC = Topics.deadLetter(Topics.ENRICHED_BACKFILL);
    private static final String NOBODY = "127.0.0.1:9";

    @Test
    void goesOnWithTheLetterThatWasNotTakenThoughItIsTheLast() throws Exception {
        // Given
        long last = letter();
        AgroalDataSource pool =
                StoreSchema.create("replaying_" + UUID.randomUUID().toString().substring(0, 8), 0);
        try (LetterTopic letters = new LetterTopic(TestInfra.get().kafkaBootstrap());
                Sender away = new Sender(NOBODY);
                Sender there = new Sender(TestInfra.get().kafkaBootstrap())) {
            GroupKey group = LetterHead.of(
                            letters.one(new LetterId(TOPIC, 0, last)).orElseThrow())
                    .group();
            String begin = new Place(0, last, List.of(last + 1)).toString();

            // When
            ReplayReport failed = replaying(letters, away, pool).group(group, 100, begin);
            ReplayReport again = replaying(letters, there, pool).group(group, 100, failed.next());

            // Then
            assertThat(failed.items()).extracting(ReplayReport.Item::outcome).containsExactly(ReplayOutcome.FAILED);
            assertThat(again.items())
                    .extracting(ReplayReport.Item::letter)
                    .containsExactly(new LetterId(TOPIC, 0, last));
            assertThat(again.items()).extracting(ReplayReport.Item::outcome).containsExactly(ReplayOutcome.REPLAYED);
            assertThat(again.next()).isNull();
        } finally {
            pool.close();
        }
    }

    private static Replaying replaying(LetterTopic letters, Sender sender, AgroalDataSource pool) {
        return new Replaying(
                letters,
                sender,
                new ReplayTable(Asking.pool(pool), Duration.ofDays(30)),
                new Bounds(5, 1_000),
                new ReplayMeters(new SimpleMeterRegistry()),
                null);
    }

    /** Its offset. */
    private static long letter() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestInfra.get().kafkaBootstrap(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            return producer.send(new ProducerRecord<>(TOPIC, 0, null, "value".getBytes(StandardCharsets.UTF_8)))
                    .get()
                    .offset();
        }
    }
}
