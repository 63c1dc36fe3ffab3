package io.dateline.systemtests.faults;

/**
 * One change as a reader was given it.
 *
 * @param seq its place in the order of changes, from 1
 */
record Seen(long seq, String id, int revision) {
    String key() {
        return id + "/" + revision;
    }
}
