package io.dateline.store.write;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.DeadLetter;
import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.message.Decoded;
import io.dateline.contracts.message.MessageCodec;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Records made ready for the database: what takes time and needs no connection.
 *
 * @param records those that make a row; never null
 * @param rows    one for each of them, in their order; never null
 * @param refused of those that make none; never null
 */
record Readied(List<ConsumerRecord<byte[], byte[]>> records, List<ArticleRow> rows, List<DeadLetter> refused) {
    private static final Logger LOG = Logger.getLogger(Readied.class);

    static Readied of(List<ConsumerRecord<byte[], byte[]>> chunk, String service) {
        Readied ready = new Readied(new ArrayList<>(chunk.size()), new ArrayList<>(chunk.size()), new ArrayList<>());
        chunk.forEach(record -> ready.add(record, service));
        return ready;
    }

    private void add(ConsumerRecord<byte[], byte[]> record, String service) {
        try {
            Decoded<EnrichedArticle> decoded = MessageCodec.decodeEnriched(record.headers(), record.value());
            if (decoded instanceof Decoded.Message<EnrichedArticle> message) {
                rows.add(Rows.of(message.value(), Way.of(record)));
                records.add(record);
            } else if (decoded instanceof Decoded.Refused<EnrichedArticle> no) {
                refused.add(DeadLetter.of(record, no.reason(), no.detail(), service));
            }
        } catch (RuntimeException e) {
            // A hole in the rules must not stop the lane: no other try would go better. The message may quote text.
            String kind = e.getClass().getSimpleName();
            StackTraceElement at = e.getStackTrace().length == 0 ? null : e.getStackTrace()[0];
            LOG.errorf("offset %d passed the rules but makes no row: %s at %s", record.offset(), kind, at);
            refused.add(DeadLetter.of(record, DeadLetterReason.INVALID, "it makes no row: " + kind, service));
        }
    }
}
