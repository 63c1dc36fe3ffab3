package io.dateline.systemtests.faults;

/** Where a record lies in Kafka. */
record Place(String topic, int partition, long offset) {}
