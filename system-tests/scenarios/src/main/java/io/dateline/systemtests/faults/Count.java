package io.dateline.systemtests.faults;

/** What a service counted of what was sent on purpose. */
record Count(String what, long expected, long counted) {}
