package io.dateline.store.write;

import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.message.RecordPosition;
import io.dateline.contracts.message.TraceHeaders;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The way a revision came here; what is not known is null.
 *
 * @param traceId    W3C trace id
 * @param raw        the record ingest published
 * @param enriched   the record enrich published
 * @param enrichedAt when enrich wrote its message
 * @param reprocessing number of the reprocessing it was tagged anew for
 */
record Way(String traceId, RecordPosition raw, RecordPosition enriched, Instant enrichedAt, Long reprocessing) {
    /** Nothing is known of it. */
    static final Way UNKNOWN = new Way(null, null, null, null, null);

    static Way of(ConsumerRecord<?, ?> record) {
        return new Way(
                TraceHeaders.traceId(MessageCodec.header(record.headers(), MessageHeaders.TRACEPARENT)),
                RecordPosition.rawOf(record.headers()),
                RecordPosition.of(record),
                RecordPosition.time(record.headers(), MessageHeaders.CE_TIME),
                MessageCodec.reprocessing(record.headers()));
    }

    <T> T ofRaw(Function<RecordPosition, T> value) {
        return raw == null ? null : value.apply(raw);
    }

    <T> T ofEnriched(Function<RecordPosition, T> value) {
        return enriched == null ? null : value.apply(enriched);
    }
}
