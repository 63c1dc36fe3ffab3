package io.dateline.systemtests.faults;

import java.util.List;

/**
 * What went in and what came out of one run, in the order in which it did.
 *
 * @param sent     acknowledged by ingest
 * @param rows     of the store, by seq
 * @param changes  as a reader of {@code /api/changes} was given them
 * @param streamed as a client of the live stream was given them that resumes after each break
 * @param counter  the seq that the store says it has come to
 * @param poison   records that can never be processed
 * @param buried   which records the dead letters stand for
 */
record History(
        List<Sent> sent,
        List<Row> rows,
        List<Seen> changes,
        List<Seen> streamed,
        long counter,
        List<Place> poison,
        List<Place> buried) {}
