package io.dateline.systemtests.faults;

/**
 * What a service said to what it was asked.
 *
 * @param asked    in words, for a person
 * @param expected as {@code given}
 * @param given    status, code or state
 */
record Answer(String asked, String expected, String given) {}
