package io.dateline.contracts.message;

/** What reading a record came to. */
public sealed interface Decoded<T> {
    /** A valid message. */
    record Message<T>(T value) implements Decoded<T> {}

    /**
     * A record that can never be read.
     *
     * @param detail one sentence for a person; never article text
     */
    record Refused<T>(DeadLetterReason reason, String detail) implements Decoded<T> {}
}
