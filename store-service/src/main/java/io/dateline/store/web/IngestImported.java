package io.dateline.store.web;

import java.util.List;

/**
 * What ingest made of a list of feeds.
 *
 * @param created       feeds that are new
 * @param existing      feeds that were there
 * @param repeated      entries whose feed stands further up in the list
 * @param rejectedTotal entries that name no feed that may be polled
 * @param rejected      the first of those; never null
 */
record IngestImported(int created, int existing, int repeated, int rejectedTotal, List<Rejected> rejected) {
    /**
     * @param ordinal of the entry, from 1
     * @param line    in the document, from 1
     * @param detail  a sentence, or null
     */
    record Rejected(int ordinal, int line, String code, String detail) {}

    IngestImported {
        rejected = rejected == null ? List.of() : List.copyOf(rejected);
    }
}
