package io.dateline.enrich.consume;

import io.dateline.contracts.message.DeadLetter;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** What became of one raw record; nothing is counted before it is safe. */
sealed interface Outcome {

    /**
     * Tags were found and the message is ready to be sent. The article itself is not kept: as objects it is ten times as large,
     * and it would wait with all others of its slice for the broker.
     *
     * @param record it was made of, which the batch holds in any case
     * @param id     of the article
     * @param value  the encoded message
     */
    record Enriched(ConsumerRecord<byte[], byte[]> record, String id, Instant fetchedAt, byte[] value, Headers headers)
            implements Outcome {}

    /** It can never be enriched. */
    record Dead(DeadLetter letter) implements Outcome {}
}
