package io.dateline.ingest.extract;

/** What looking for an article in a page came to. */
public sealed interface Extraction {
    /** @param page never null */
    record Found(ExtractedPage page) implements Extraction {}

    /** @param reason short and stable: {@code no-text}, {@code not-html} or {@code too-large} */
    record Nothing(String reason) implements Extraction {}
}
