package io.dateline.store.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
}
