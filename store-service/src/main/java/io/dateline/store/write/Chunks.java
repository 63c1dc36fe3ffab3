package io.dateline.store.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How a batch is cut into transactions.
 *
 * @param bytes   record bytes that are decoded and written at once; two such chunks a writer are what a batch takes of
 *                memory
 * @param rows    records at most
 * @param writers transactions side by side at most
 * @param gate    what is waited for before each
 */
record Chunks(long bytes, int rows, int writers, Gate gate) {

    /** What is waited for before a chunk is written. */
    interface Gate {
        void await() throws InterruptedException;
    }

    /**
     * The batch for each writer, and each in chunks. All revisions of an article have its id as their key, and a key is one
     * writer's, so that they are stored in their order. What fits into one chunk is not worth two transactions.
     */
    List<List<List<ConsumerRecord<byte[], byte[]>>>> strands(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<List<ConsumerRecord<byte[], byte[]>>> whole = cut(records);
        if (writers == 1 || whole.size() < 2) {
            return List.of(whole);
        }
        List<List<ConsumerRecord<byte[], byte[]>>> dealt = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            dealt.add(new ArrayList<>());
        }
        records.forEach(record ->
                dealt.get(Math.floorMod(Arrays.hashCode(record.key()), writers)).add(record));
        return dealt.stream().map(this::cut).filter(strand -> !strand.isEmpty()).toList();
    }

    private List<List<ConsumerRecord<byte[], byte[]>>> cut(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<List<ConsumerRecord<byte[], byte[]>>> cut = new ArrayList<>();
        List<ConsumerRecord<byte[], byte[]>> chunk = new ArrayList<>();
        long size = 0;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            chunk.add(record);
            size += Math.max(0, record.serializedValueSize());
            if (size >= bytes || chunk.size() >= rows) {
                cut.add(chunk);
                chunk = new ArrayList<>();
                size = 0;
            }
        }
        if (!chunk.isEmpty()) {
            cut.add(chunk);
        }
        return cut;
    }
}
