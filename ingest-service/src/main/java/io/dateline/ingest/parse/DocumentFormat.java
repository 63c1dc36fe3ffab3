package io.dateline.ingest.parse;

import java.time.Instant;

/** One form of document. A new form is a new class, listed in {@link DocumentReader}. */
interface DocumentFormat {
    /** Short and stable: it stands in answers and metrics. */
    String name();

    /** Whether a document of this declared type and beginning is of this form. */
    boolean reads(String mediaType, String head);

    /** @param now when it was taken in, for judging dates */
    ParseResult parse(Document document, Instant now);
}
