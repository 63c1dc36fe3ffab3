package io.dateline.store.write;

import io.dateline.contracts.message.RecordParts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How a batch is cut into transactions.
 *
 * @param parts   what is decoded and written at once; two such chunks a writer are held beside the batch itself
 * @param writers transactions side by side at most
 * @param gate    what is waited for before each
 */
record Chunks(RecordParts parts, int writers, Gate gate) {

    /** What is waited for before a chunk is written. */
    interface Gate {
        void await() throws InterruptedException;
    }

    /**
     * The batch for each writer, and each in chunks. All revisions of an article have its id as their key, and a key is one
     * writer's, so that they are stored in their order. What fits into one chunk is not worth two transactions.
     */
    List<List<List<ConsumerRecord<byte[], byte[]>>>> strands(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<List<ConsumerRecord<byte[], byte[]>>> whole = parts.of(records);
        if (writers == 1 || whole.size() < 2) {
            return List.of(whole);
        }
        List<List<ConsumerRecord<byte[], byte[]>>> dealt = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            dealt.add(new ArrayList<>());
        }
        records.forEach(record ->
                dealt.get(Math.floorMod(Arrays.hashCode(record.key()), writers)).add(record));
        return dealt.stream().map(parts::of).filter(strand -> !strand.isEmpty()).toList();
    }
}
