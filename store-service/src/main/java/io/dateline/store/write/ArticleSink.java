package io.dateline.store.write;

import io.dateline.contracts.message.DeadLetter;
import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.contracts.topic.Lane;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes the records of one lane and returns when each is either committed or lies acknowledged in the dead-letter
 * topic. Not for use by several threads.
 */
final class ArticleSink {
    static final String STORED = "stored";
    static final String DUPLICATE = "duplicate";
    static final String REPROCESSED = "reprocessed";
    static final String ERASED = "erased";

    private final Lane lane;
    private final SplittingWriter<ArticleRow> writer;
    private final Burial burial;
    private final StageMetrics metrics;
    private final StoreSpans spans;
    private final InstantSource clock;
    private final LongConsumer committed;
    private final Chunks chunks;
    private final Executor ahead;

    /**
     * @param committed told the last seq of each commit
     * @param ahead     on which the next chunk is made ready while one is written
     */
    ArticleSink(
            Lane lane,
            SplittingWriter<ArticleRow> writer,
            Burial burial,
            StageMetrics metrics,
            StoreSpans spans,
            InstantSource clock,
            LongConsumer committed,
            Chunks chunks,
            Executor ahead) {
        this.lane = lane;
        this.writer = writer;
        this.burial = burial;
        this.metrics = metrics;
        this.spans = spans;
        this.clock = clock;
        this.committed = committed;
        this.chunks = chunks;
        this.ahead = ahead;
    }

    /**
     * How a batch is cut into transactions.
     *
     * @param bytes record bytes that are decoded and written at once; two such chunks are what a batch takes of memory
     * @param rows  records at most
     * @param gate  what is waited for before each
     */
    record Chunks(long bytes, int rows, Gate gate) {}

    /** What is waited for before a chunk is written. */
    interface Gate {
        void await() throws InterruptedException;
    }

    /** Stores or dead-letters every record; throws only where the service stops, and then nothing may be acknowledged. */
    void take(Iterable<ConsumerRecord<byte[], byte[]>> records) throws Exception {
        List<List<ConsumerRecord<byte[], byte[]>>> cut = cut(records);
        CompletableFuture<Readied<ArticleRow>> next = null;
        for (int i = 0; i < cut.size(); i++) {
            Readied<ArticleRow> ready = next == null ? Readied.ofArticles(cut.get(i), Burial.SERVICE) : next.join();
            List<ConsumerRecord<byte[], byte[]>> following = i + 1 < cut.size() ? cut.get(i + 1) : null;
            next = following == null
                    ? null
                    : CompletableFuture.supplyAsync(() -> Readied.ofArticles(following, Burial.SERVICE), ahead);
            write(ready);
        }
    }

    private List<List<ConsumerRecord<byte[], byte[]>>> cut(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<List<ConsumerRecord<byte[], byte[]>>> cut = new ArrayList<>();
        List<ConsumerRecord<byte[], byte[]>> chunk = new ArrayList<>();
        long bytes = 0;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            chunk.add(record);
            bytes += Math.max(0, record.serializedValueSize());
            if (bytes >= chunks.bytes() || chunk.size() >= chunks.rows()) {
                cut.add(chunk);
                chunk = new ArrayList<>();
                bytes = 0;
            }
        }
        if (!chunk.isEmpty()) {
            cut.add(chunk);
        }
        return cut;
    }

    private void write(Readied<ArticleRow> ready) throws Exception {
        chunks.gate().await();
        Instant begin = clock.instant();
        List<ArticleRow> rows = ready.rows();
        List<DeadLetter> refused = new ArrayList<>(ready.refused());
        List<RowOutcome> outcomes = writer.write(rows);
        Instant done = clock.instant();
        long last = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            ConsumerRecord<byte[], byte[]> record = ready.records().get(i);
            ArticleRow row = rows.get(i);
            RowOutcome outcome = outcomes.get(i);
            if (outcome instanceof RowOutcome.Stored stored) {
                last = Math.max(last, stored.seq());
                stored(row, record, begin, done);
            } else if (outcome instanceof RowOutcome.Duplicate) {
                metrics.count(lane, DUPLICATE);
            } else if (outcome instanceof RowOutcome.Reprocessed) {
                metrics.count(lane, REPROCESSED);
            } else if (outcome instanceof RowOutcome.Erased) {
                metrics.count(lane, ERASED);
            } else {
                refused.add(deadLetter(record, row, outcome));
            }
        }
        if (last > 0) {
            committed.accept(last);
        }
        if (!refused.isEmpty()) {
            burial.bury(lane, refused);
        }
    }

    private void stored(ArticleRow row, ConsumerRecord<byte[], byte[]> record, Instant begin, Instant done) {
        metrics.count(lane, STORED);
        metrics.latency(lane, Duration.between(row.fetchedAt(), done));
        spans.stored(traceparent(record), row.id(), row.revision(), begin, done);
    }

    private static DeadLetter deadLetter(ConsumerRecord<byte[], byte[]> record, ArticleRow row, RowOutcome outcome) {
        if (outcome instanceof RowOutcome.Unstorable unstorable) {
            return Burial.unstorable(record, unstorable);
        }
        return DeadLetter.of(
                record,
                DeadLetterReason.REVISION_CONFLICT,
                row.id() + " revision " + row.revision() + " is stored with another content hash",
                Burial.SERVICE);
    }

    private static String traceparent(ConsumerRecord<byte[], byte[]> record) {
        return MessageCodec.header(record.headers(), MessageHeaders.TRACEPARENT);
    }
}
