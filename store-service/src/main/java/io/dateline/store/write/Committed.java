package io.dateline.store.write;

/**
 * Fired after this instance committed changes.
 *
 * @param last their highest seq
 */
public record Committed(long last) {}
