package io.dateline.systemtests.faults;

/**
 * A record and its dead letter.
 *
 * @param reason code of {@code DeadLetterReason}
 */
record Burial(Place place, String reason) {}
