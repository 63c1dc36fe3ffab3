package io.dateline.store.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.message.RecordParts;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class ChunksTest {
    private static final int BYTES = 1_000;

    @Test
    void whatFitsIntoOneTransactionIsNotDealtOut() {
        assertThat(offsets(new Chunks(new RecordParts(4, BYTES), 2, () -> {}).strands(records(4))))
                .containsExactly(List.of(List.of(0L, 1L, 2L, 3L)));
    }

    @Test
    void aKeyIsOneWritersAndStaysInOrder() {
        // When
        List<List<List<Long>>> strands =
                offsets(new Chunks(new RecordParts(2, BYTES), 2, () -> {}).strands(records(9)));

        // Then: keys of 1, of 0 and 2
        assertThat(strands)
                .containsExactly(
                        List.of(List.of(1L, 4L), List.of(7L)),
                        List.of(List.of(0L, 2L), List.of(3L, 5L), List.of(6L, 8L)));
    }

    @Test
    void onlyOneKeyIsOneStrand() {
        // Given
        List<ConsumerRecord<byte[], byte[]>> records =
                records(9).stream().filter(record -> record.key()[0] == 1).toList();

        // When / Then
        assertThat(offsets(new Chunks(new RecordParts(2, BYTES), 2, () -> {}).strands(records)))
                .containsExactly(List.of(List.of(1L, 4L), List.of(7L)));
    }

    @Test
    void aChunkEndsWithTheRecordThatFillsIt() {
        assertThat(offsets(new Chunks(new RecordParts(100, 20), 1, () -> {}).strands(records(5))))
                .containsExactly(List.of(List.of(0L, 1L), List.of(2L, 3L), List.of(4L)));
    }

    @Test
    void nothingIsOneEmptyStrand() {
        assertThat(new Chunks(new RecordParts(2, BYTES), 2, () -> {}).strands(List.of()))
                .containsExactly(List.of());
    }

    /** Of ten bytes each, with three keys in turn. */
    private static List<ConsumerRecord<byte[], byte[]>> records(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> new ConsumerRecord<>(
                        "topic",
                        0,
                        n,
                        0,
                        TimestampType.CREATE_TIME,
                        0,
                        10,
                        new byte[] {(byte) (n % 3)},
                        new byte[10],
                        new RecordHeaders(),
                        Optional.empty()))
                .toList();
    }

    private static List<List<List<Long>>> offsets(List<List<List<ConsumerRecord<byte[], byte[]>>>> strands) {
        return strands.stream()
                .map(strand -> strand.stream()
                        .map(chunk -> chunk.stream().map(ConsumerRecord::offset).toList())
                        .toList())
                .toList();
    }
}
