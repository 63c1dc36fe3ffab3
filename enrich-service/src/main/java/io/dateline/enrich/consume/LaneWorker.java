package io.dateline.enrich.consume;

import io.dateline.contracts.message.RecordParts;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.contracts.topic.Lane;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes the batches of one lane: enriches slice by slice, sends each slice, counts what is safe. */
final class LaneWorker {
    private final Lane lane;
    private final RecordEnricher enricher;
    private final Outbox outbox;
    private final StageMetrics metrics;
    private final InstantSource clock;
    private final ExecutorService threads;
    private final RecordParts slices;
    private final Gate gate;

    /** What is waited for before each slice. */
    interface Gate {
        void await() throws InterruptedException;
    }

    /** @param slices what is enriched before their results are sent, and before the gate is asked again */
    LaneWorker(
            Lane lane,
            RecordEnricher enricher,
            Outbox outbox,
            StageMetrics metrics,
            InstantSource clock,
            ExecutorService threads,
            RecordParts slices,
            Gate gate) {
        this.lane = lane;
        this.enricher = enricher;
        this.outbox = outbox;
        this.metrics = metrics;
        this.clock = clock;
        this.threads = threads;
        this.slices = slices;
        this.gate = gate;
    }

    /** Returns when every record's outcome is acknowledged by the broker: then the batch may be acknowledged, once. */
    void take(Iterable<ConsumerRecord<byte[], byte[]>> records) throws Exception {
        for (List<ConsumerRecord<byte[], byte[]>> slice : slices.of(records)) {
            gate.await();
            outbox.send(enrich(slice)).forEach(this::count);
        }
    }

    /** In record order, whichever thread was first. */
    private List<Outcome> enrich(List<ConsumerRecord<byte[], byte[]>> records) throws Exception {
        List<Callable<Outcome>> tasks = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            tasks.add(() -> enricher.enrich(record));
        }
        List<Outcome> outcomes = new ArrayList<>(records.size());
        try {
            for (Future<Outcome> task : threads.invokeAll(tasks)) {
                outcomes.add(task.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a record failed in a way no step can", e.getCause());
        }
        return outcomes;
    }

    private void count(Outcome outcome) {
        if (outcome instanceof Outcome.Enriched enriched) {
            metrics.count(lane, "enriched");
            metrics.latency(lane, Duration.between(enriched.fetchedAt(), clock.instant()));
        } else if (outcome instanceof Outcome.Dead dead) {
            metrics.count(
                    lane, MetricNames.DEAD_LETTERED, dead.letter().reason().code(), 1);
        }
    }
}
