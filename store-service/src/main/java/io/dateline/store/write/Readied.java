package io.dateline.store.write;

import io.dateline.contracts.message.DeadLetter;
import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.message.Decoded;
import io.dateline.contracts.message.MessageCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Records made ready for the database: what takes time and needs no connection.
 *
 * @param records those that make a row; never null
 * @param rows    one for each of them, in their order; never null
 * @param refused of those that make none; never null
 */
record Readied<R>(List<ConsumerRecord<byte[], byte[]>> records, List<R> rows, List<DeadLetter> refused) {
    private static final Logger LOG = Logger.getLogger(Readied.class);

    /** Of enriched articles. */
    static Readied<ArticleRow> ofArticles(List<ConsumerRecord<byte[], byte[]>> chunk, String service) {
        return of(
                chunk,
                service,
                record -> MessageCodec.decodeEnriched(record.headers(), record.value()),
                (article, record) -> Rows.of(article, Way.of(record)));
    }

    /**
     * @param decode reads a record
     * @param row    makes a row of the message in it
     */
    static <M, R> Readied<R> of(
            List<ConsumerRecord<byte[], byte[]>> chunk,
            String service,
            Function<ConsumerRecord<byte[], byte[]>, Decoded<M>> decode,
            BiFunction<M, ConsumerRecord<byte[], byte[]>, R> row) {
        Readied<R> ready =
                new Readied<>(new ArrayList<>(chunk.size()), new ArrayList<>(chunk.size()), new ArrayList<>());
        chunk.forEach(record -> ready.add(record, service, decode, row));
        return ready;
    }

    private <M> void add(
            ConsumerRecord<byte[], byte[]> record,
            String service,
            Function<ConsumerRecord<byte[], byte[]>, Decoded<M>> decode,
            BiFunction<M, ConsumerRecord<byte[], byte[]>, R> row) {
        try {
            Decoded<M> decoded = decode.apply(record);
            if (decoded instanceof Decoded.Message<M> message) {
                rows.add(row.apply(message.value(), record));
                records.add(record);
            } else if (decoded instanceof Decoded.Refused<M> no) {
                refused.add(DeadLetter.of(record, no.reason(), no.detail(), service));
            }
        } catch (RuntimeException e) {
            // A hole in the rules must not stop the lane: no other try would go better. The message may quote text.
            String fault = Fault.of(e);
            LOG.errorf("offset %d passed the rules but makes no row: %s", record.offset(), fault);
            refused.add(DeadLetter.of(record, DeadLetterReason.INVALID, "it makes no row: " + fault, service));
        }
    }
}
