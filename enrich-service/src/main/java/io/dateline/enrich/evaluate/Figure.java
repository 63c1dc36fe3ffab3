package io.dateline.enrich.evaluate;

/**
 * One measured number.
 *
 * @param measure what it is: {@code F1}, {@code F1 raw}, {@code precision}, {@code answered} …
 * @param value   in per cent unless the measure says otherwise
 * @param of      how many things it was measured on
 */
record Figure(String measure, double value, long of) {}
