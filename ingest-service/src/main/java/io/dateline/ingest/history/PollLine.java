package io.dateline.ingest.history;

/**
 * One poll in a feed's history.
 *
 * @param feedId     whose
 * @param outcome    {@code fetched}, {@code not-modified}, {@code same-body} or the reason of a failure
 * @param status     of the answer, 0 where there was none
 * @param items      in the document
 * @param fresh      new articles and revisions, those included that wait for their page
 * @param bytes      of the body, decompressed
 * @param durationMs of the request and of taking its items in
 */
public record PollLine(String feedId, String outcome, int status, int items, int fresh, int bytes, int durationMs) {}
