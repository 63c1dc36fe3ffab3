package io.dateline.ingest.bulk;

import io.dateline.ingest.parse.ParseResult.Fault;
import io.dateline.ingest.parse.ParsedArticle;
import java.time.Instant;
import java.util.List;

/**
 * One record of an archive. One without articles and faults holds nothing for us: a request, a picture, an empty line.
 *
 * @param offset    where reading must go on to have this record again; the reader's own measure
 * @param number    of the record in its file, from 1: the line of an NDJSON file, the item of a document
 * @param articles  never null
 * @param faults    what was wrong with it; never null
 * @param fetchedAt when the archive fetched it, or null
 */
record ImportedRecord(long offset, long number, List<ParsedArticle> articles, List<Fault> faults, Instant fetchedAt) {

    static ImportedRecord of(long offset, long number, ParsedArticle article) {
        return new ImportedRecord(offset, number, List.of(article), List.of(), null);
    }

    /** @param detail a sentence; never the record's text */
    static ImportedRecord fault(long offset, long number, String code, String detail) {
        return new ImportedRecord(offset, number, List.of(), List.of(new Fault(0, code, detail)), null);
    }

    static ImportedRecord skipped(long offset, long number) {
        return new ImportedRecord(offset, number, List.of(), List.of(), null);
    }

    boolean isSkipped() {
        return articles.isEmpty() && faults.isEmpty();
    }
}
