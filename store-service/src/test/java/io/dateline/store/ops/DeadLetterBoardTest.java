package io.dateline.store.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.message.MessageHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLetterBoardTest {
    @ParameterizedTest
    @CsvSource({"1,1", "0,0"})
    void listsReasonsWhileKafkaKeepsTheLetters(long kept, int reasons) {
        // Given
        String topic = DeadLetterBoard.topicNames().get(0);
        DeadLetterBoard board = new DeadLetterBoard();
        board.accept(new ConsumerRecord<>(topic, 0, 0, new byte[0], new byte[0]));
        // When
        OpsSnapshot.DeadLetterTopic shown = board.topics(Map.of(topic, kept)).get(0);
        // Then
        assertThat(shown.count()).isEqualTo(kept);
        assertThat(List.copyOf(shown.reasons())).hasSize(reasons);
    }

    @Test
    void findsTheNewestOfAnArticleInAllTopicsAndForgetsTheOldest() {
        // Given: two of one article, and one more of others than are kept in mind
        List<String> topics = DeadLetterBoard.topicNames();
        DeadLetterBoard board = new DeadLetterBoard();
        board.accept(letter(topics.get(0), 0, 1_000, "gone"));
        board.accept(letter(topics.get(0), 1, 2_000, "kept"));
        board.accept(letter(topics.get(1), 7, 3_000, "kept"));
        board.accept(letter(topics.get(1), 8, 1_500, "kept"));
        for (int i = 2; i <= DeadLetterBoard.KEPT; i++) {
            board.accept(letter(topics.get(0), i, 4_000, "other"));
        }

        // When
        List<OpsSnapshot.DeadLetterInfo> found = board.newest(null, "kept", 10);
        List<OpsSnapshot.DeadLetterInfo> most = board.newest(null, "kept", 2);
        List<OpsSnapshot.DeadLetterInfo> here = board.newest(topics.get(1), "kept", 10);

        // Then
        assertThat(found).extracting(OpsSnapshot.DeadLetterInfo::offset).containsExactly(7L, 1L, 8L);
        assertThat(most).extracting(OpsSnapshot.DeadLetterInfo::offset).containsExactly(7L, 1L);
        assertThat(here).extracting(OpsSnapshot.DeadLetterInfo::offset).containsExactly(7L, 8L);
        assertThat(board.newest(null, "gone", 10)).isEmpty();
        assertThat(board.newest(topics.get(0), null, Integer.MAX_VALUE)).hasSize(DeadLetterBoard.KEPT);
        assertThat(board.newest("no.such.topic", null, 10)).isNull();
        assertThat(board.looked()).isEqualTo(DeadLetterBoard.KEPT + 2);
    }

    @Test
    void keepsNoMoreOfKeysAndDetailsThanItShows() {
        // Given
        String topic = DeadLetterBoard.topicNames().get(0);
        DeadLetterBoard board = new DeadLetterBoard();
        ConsumerRecord<byte[], byte[]> record = letter(topic, 0, 0, "k".repeat(201));
        record.headers()
                .add(MessageHeaders.DEAD_LETTER_DETAIL, "d".repeat(1_001).getBytes(StandardCharsets.UTF_8));

        // When
        board.accept(record);

        // Then
        OpsSnapshot.DeadLetterInfo info = board.newest(topic, null, 1).get(0);
        assertThat(info.key()).hasSize(200);
        assertThat(info.detail()).hasSize(1_000);
    }

    private static ConsumerRecord<byte[], byte[]> letter(String topic, long offset, long at, String key) {
        return new ConsumerRecord<>(
                topic,
                0,
                offset,
                at,
                TimestampType.LOG_APPEND_TIME,
                key.length(),
                0,
                key.getBytes(StandardCharsets.UTF_8),
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }
}
