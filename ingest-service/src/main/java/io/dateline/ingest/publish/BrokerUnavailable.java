package io.dateline.ingest.publish;

import java.util.concurrent.CompletionException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Kafka did not acknowledge in time. Nothing counts as published; trying again is harmless. */
public final class BrokerUnavailable extends RuntimeException {
    BrokerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether it was there, and will not take this message whenever it is sent: one that is too large, for instance. */
    boolean refused() {
        Throwable at = getCause();
        while (at instanceof CompletionException && at.getCause() != null) {
            at = at.getCause();
        }
        return at instanceof RecordTooLargeException || at instanceof InvalidRecordException;
    }
}
