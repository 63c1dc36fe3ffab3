package io.dateline.enrich.consume;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.DeadLetter;
import org.apache.kafka.common.header.Headers;

/** What became of one raw record; nothing is counted before it is safe. */
sealed interface Outcome {

    /**
     * Tags were found and the message is ready to be sent.
     *
     * @param value the encoded message
     */
    record Enriched(EnrichedArticle article, byte[] value, Headers headers) implements Outcome {}

    /** It can never be enriched. */
    record Dead(DeadLetter letter) implements Outcome {}
}
