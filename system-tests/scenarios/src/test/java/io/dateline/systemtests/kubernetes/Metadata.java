package io.dateline.systemtests.kubernetes;

/** Of an object whose model is our own; {@code namespace} is null in the base. */
record Metadata(String name, String namespace) {}
