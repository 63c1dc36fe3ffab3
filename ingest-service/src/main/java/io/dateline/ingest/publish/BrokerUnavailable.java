package io.dateline.ingest.publish;

/** Kafka did not acknowledge in time. Nothing counts as published; trying again is harmless. */
public final class BrokerUnavailable extends RuntimeException {
    BrokerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
