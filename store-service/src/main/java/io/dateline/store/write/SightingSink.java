package io.dateline.store.write;

import io.dateline.contracts.article.Sighting;
import io.dateline.contracts.message.DeadLetter;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.message.TraceHeaders;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.topic.Lane;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes sightings and returns when each is either committed or lies acknowledged in the dead-letter topic; those are
 * counted with the live lane's. Not for use by several threads.
 */
final class SightingSink {
    private final SplittingWriter<SightingRow> writer;
    private final Burial burial;
    private final Counter stored;
    private final Counter duplicate;
    private final Counter erased;

    SightingSink(SplittingWriter<SightingRow> writer, Burial burial, MeterRegistry registry) {
        this.writer = writer;
        this.burial = burial;
        this.stored = counter(registry, ArticleSink.STORED);
        this.duplicate = counter(registry, ArticleSink.DUPLICATE);
        this.erased = counter(registry, ArticleSink.ERASED);
    }

    /** Stores or dead-letters every record; throws only where the service stops, and then nothing may be acknowledged. */
    void take(Iterable<ConsumerRecord<byte[], byte[]>> records) throws Exception {
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
        records.forEach(batch::add);
        Readied<SightingRow> ready = Readied.of(
                batch,
                Burial.SERVICE,
                record -> MessageCodec.decodeSighting(record.headers(), record.value()),
                SightingSink::row);
        List<DeadLetter> refused = new ArrayList<>(ready.refused());
        List<RowOutcome> outcomes = writer.write(ready.rows());
        for (int i = 0; i < outcomes.size(); i++) {
            RowOutcome outcome = outcomes.get(i);
            if (outcome instanceof RowOutcome.Unstorable unstorable) {
                refused.add(Burial.unstorable(ready.records().get(i), unstorable));
            } else if (outcome instanceof RowOutcome.Erased) {
                erased.increment();
            } else if (outcome instanceof RowOutcome.Added) {
                stored.increment();
            } else {
                duplicate.increment();
            }
        }
        if (!refused.isEmpty()) {
            burial.bury(Lane.LIVE, refused);
        }
    }

    private static SightingRow row(Sighting sighting, ConsumerRecord<byte[], byte[]> record) {
        return new SightingRow(
                sighting, TraceHeaders.traceId(MessageCodec.header(record.headers(), MessageHeaders.TRACEPARENT)));
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder(MetricNames.SIGHTINGS)
                .tag(MetricNames.STAGE, Burial.SERVICE)
                .tag(MetricNames.OUTCOME, outcome)
                .register(registry);
    }
}
