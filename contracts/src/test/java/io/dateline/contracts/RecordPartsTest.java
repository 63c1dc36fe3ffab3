package io.dateline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.message.RecordParts;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RecordPartsTest {

    @Test
    void aPartEndsWithTheRecordThatFillsIt() {
        assertThat(offsets(new RecordParts(100, 20), records(5, 10)))
                .containsExactly(List.of(0L, 1L), List.of(2L, 3L), List.of(4L));
        assertThat(offsets(new RecordParts(100, 21), records(5, 10)))
                .containsExactly(List.of(0L, 1L, 2L), List.of(3L, 4L));
    }

    @Test
    void aPartHasNoMoreRecordsThanItMay() {
        assertThat(offsets(new RecordParts(2, 1_000), records(4, 10)))
                .containsExactly(List.of(0L, 1L), List.of(2L, 3L));
        assertThat(offsets(new RecordParts(2, 1_000), records(5, 10)))
                .containsExactly(List.of(0L, 1L), List.of(2L, 3L), List.of(4L));
    }

    @Test
    void aRecordLargerThanAPartIsOneAndOneWithoutAValueIsCounted() {
        assertThat(offsets(new RecordParts(2, 5), records(2, 10))).containsExactly(List.of(0L), List.of(1L));
        assertThat(offsets(new RecordParts(2, 5), records(3, ConsumerRecord.NULL_SIZE)))
                .containsExactly(List.of(0L, 1L), List.of(2L));
    }

    @Test
    void nothingHasNoParts() {
        assertThat(new RecordParts(2, 5).of(List.of())).isEmpty();
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(int count, int size) {
        return IntStream.range(0, count)
                .mapToObj(n -> new ConsumerRecord<byte[], byte[]>(
                        "topic",
                        0,
                        n,
                        0,
                        TimestampType.CREATE_TIME,
                        0,
                        size,
                        new byte[0],
                        new byte[0],
                        new RecordHeaders(),
                        Optional.empty()))
                .toList();
    }

    private static List<List<Long>> offsets(RecordParts parts, List<ConsumerRecord<byte[], byte[]>> records) {
        return parts.of(records).stream()
                .map(part -> part.stream().map(ConsumerRecord::offset).toList())
                .toList();
    }
}
