package io.dateline.store.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.topic.Topics;
import io.dateline.testinfra.TestInfra;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class LetterTopicTest {
    private static final String TOPIC = Topics.deadLetter(Topics.RAW_BACKFILL);
    private static final int BLOCK = 100;
    private static final Duration LONG = Duration.ofSeconds(30);

    private static void send(int count) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestInfra.get().kafkaBootstrap(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                producer.send(new ProducerRecord<>(TOPIC, "value".getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private static List<Long> newest(LetterTopic letters, Budget budget, int wanted, boolean whole) {
        List<Long> offsets = new ArrayList<>();
        boolean read = letters.newest(letters.stretches(TOPIC).get(0), budget, head -> {
            offsets.add(head.id().offset());
            return offsets.size() < wanted;
        });
        assertThat(read).isEqualTo(whole);
        return offsets;
    }

    @Test
    void tellsTheNewestFirstWithoutHolesAndStopsWhereItMust() {
        // Given
        send(2 * BLOCK + 50);
        try (LetterTopic letters = new LetterTopic(TestInfra.get().kafkaBootstrap())) {
            LetterTopic.Stretch stretch = letters.stretches(TOPIC).get(0);
            int kept = (int) (stretch.end() - stretch.begin());

            // When
            List<Long> all = newest(letters, new Budget(kept, Long.MAX_VALUE, LONG), Integer.MAX_VALUE, true);
            List<Long> byRecords = newest(letters, new Budget(BLOCK, Long.MAX_VALUE, LONG), Integer.MAX_VALUE, false);
            List<Long> onePast = newest(letters, new Budget(BLOCK + 1, Long.MAX_VALUE, LONG), Integer.MAX_VALUE, false);
            List<Long> byBytes = newest(letters, new Budget(kept, 5 * BLOCK, LONG), Integer.MAX_VALUE, false);
            List<Long> late =
                    newest(letters, new Budget(kept, Long.MAX_VALUE, Duration.ZERO), Integer.MAX_VALUE, false);
            List<Long> enough = newest(letters, new Budget(kept, Long.MAX_VALUE, LONG), 7, false);

            // Then
            assertThat(all)
                    .hasSize(kept)
                    .isSortedAccordingTo((a, b) -> Long.compare(b, a))
                    .doesNotHaveDuplicates();
            assertThat(all.get(0)).isEqualTo(stretch.end() - 1);
            assertThat(byRecords).isEqualTo(all.subList(0, BLOCK));
            assertThat(onePast).isEqualTo(all.subList(0, 2 * BLOCK));
            assertThat(byBytes).isEqualTo(all.subList(0, BLOCK));
            assertThat(late).isEmpty();
            assertThat(enough).isEqualTo(all.subList(0, 7));
        }
    }

    @Test
    void doesNotWaitForNewsBetweenOneLetterAndTheNext() {
        // Given
        send(20);
        try (LetterTopic letters = new LetterTopic(TestInfra.get().kafkaBootstrap())) {
            long end = letters.stretches(TOPIC).get(0).end();
            letters.one(new LetterId(TOPIC, 0, end - 1));
            long start = System.nanoTime();

            // When
            for (int i = 1; i <= 20; i++) {
                assertThat(letters.one(new LetterId(TOPIC, 0, end - i))).isPresent();
            }

            // Then: half a second each, where it waits
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        }
    }

    @Test
    void readsForwardUpToAPlaceAndFindsOne() {
        // Given
        send(3);
        try (LetterTopic letters = new LetterTopic(TestInfra.get().kafkaBootstrap())) {
            LetterTopic.Stretch stretch = letters.stretches(TOPIC).get(0);
            List<Long> read = new ArrayList<>();

            // When
            long next = letters.read(
                    stretch.partition(),
                    stretch.end() - 3,
                    stretch.end() - 1,
                    () -> false,
                    record -> read.add(record.offset()));

            // Then
            assertThat(read).containsExactly(stretch.end() - 3, stretch.end() - 2);
            assertThat(next).isEqualTo(stretch.end() - 1);
            assertThat(letters.one(new LetterId(TOPIC, 0, stretch.end() - 1))).isPresent();
            assertThat(letters.one(new LetterId(TOPIC, 0, stretch.end()))).isEmpty();
            assertThat(letters.one(new LetterId(TOPIC, 9, 0))).isEmpty();
        }
    }
}
