package io.dateline.store.write;

import io.dateline.contracts.message.DeadLetter;
import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.contracts.topic.Lane;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Puts aside what can never be stored, counts it and says so. */
record Burial(DeadLetters deadLetters, StageMetrics metrics) {
    static final String SERVICE = "store";
    private static final Logger LOG = Logger.getLogger(Burial.class);

    /** Of a record whose row cannot be written. */
    static DeadLetter unstorable(ConsumerRecord<byte[], byte[]> record, RowOutcome.Unstorable outcome) {
        return DeadLetter.of(
                record, DeadLetterReason.UNSTORABLE, "the row cannot be written: " + outcome.why(), SERVICE);
    }

    /** Returns when the broker has acknowledged all of them. */
    void bury(Lane lane, List<DeadLetter> refused) throws Exception {
        deadLetters.send(refused);
        for (DeadLetter letter : refused) {
            metrics.count(lane, MetricNames.DEAD_LETTERED, letter.reason().code(), 1);
            LOG.warnf(
                    "dead letter: %s, %s, from %s partition %s offset %s",
                    letter.reason().code(),
                    MessageCodec.header(letter.headers(), MessageHeaders.DEAD_LETTER_DETAIL),
                    MessageCodec.header(letter.headers(), MessageHeaders.DEAD_LETTER_TOPIC),
                    MessageCodec.header(letter.headers(), MessageHeaders.DEAD_LETTER_PARTITION),
                    MessageCodec.header(letter.headers(), MessageHeaders.DEAD_LETTER_OFFSET));
        }
    }
}
