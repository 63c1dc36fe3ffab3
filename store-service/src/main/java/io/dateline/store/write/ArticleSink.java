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
import java.util.concurrent.FutureTask;
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
     * @param ahead     on which the next chunk is made ready while one is written, and other strands are written
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

    /** Stores or dead-letters every record; throws only where the service stops, and then nothing may be acknowledged. */
    void take(Iterable<ConsumerRecord<byte[], byte[]>> records) throws Exception {
        List<FutureTask<Void>> beside = new ArrayList<>();
        List<List<List<ConsumerRecord<byte[], byte[]>>>> strands = chunks.strands(records);
        for (List<List<ConsumerRecord<byte[], byte[]>>> strand : strands.subList(1, strands.size())) {
            FutureTask<Void> task = new FutureTask<>(() -> follow(strand));
            beside.add(task);
            ahead.execute(task);
        }
        try {
            follow(strands.get(0));
        } finally {
            // None may still be writing when the batch is delivered again.
            for (FutureTask<Void> task : beside) {
                task.get();
            }
        }
    }

    /** Writes one chunk after the other, the next being made ready meanwhile. */
    private Void follow(List<List<ConsumerRecord<byte[], byte[]>>> cut) throws Exception {
        CompletableFuture<Readied<ArticleRow>> next = null;
        for (int i = 0; i < cut.size(); i++) {
            Readied<ArticleRow> ready = next == null ? Readied.ofArticles(cut.get(i), Burial.SERVICE) : next.join();
            List<ConsumerRecord<byte[], byte[]>> following = i + 1 < cut.size() ? cut.get(i + 1) : null;
            next = following == null
                    ? null
                    : CompletableFuture.supplyAsync(() -> Readied.ofArticles(following, Burial.SERVICE), ahead);
            write(ready);
        }
        return null;
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
