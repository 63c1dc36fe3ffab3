package io.dateline.systemtests.faults;

import java.util.List;

/**
 * What went in and what came out of one run, in the order in which it did.
 *
 * @param sent     acknowledged by ingest, or written to a topic as a good record
 * @param rows     of the store, by seq
 * @param changes  as a reader of {@code /api/changes} was given them
 * @param streamed as a client of the live stream was given them that resumes after each break
 * @param counter  the seq that the store says it has come to
 * @param poison   records that can never be processed, and why not
 * @param buried   which records the dead letters stand for
 * @param answers  to what was asked on purpose
 * @param counts   of what was sent on purpose
 */
record History(
        List<Sent> sent,
        List<Row> rows,
        List<Seen> changes,
        List<Seen> streamed,
        long counter,
        List<Burial> poison,
        List<Burial> buried,
        List<Answer> answers,
        List<Count> counts) {}
