package io.dateline.ingest.bulk;

import io.dateline.ingest.parse.Document;
import io.dateline.ingest.parse.ParseResult;

/** Makes an article of a web page. Thread-safe. */
@FunctionalInterface
public interface PageReader {
    /** Never throws for what a page holds; the document's address is never null. */
    ParseResult read(Document page);
}
