package io.dateline.ingest.extract;

/** What looking for an article in a page came to. */
public sealed interface Extraction {
    /** @param page never null */
    record Found(ExtractedPage page) implements Extraction {}

    /** @param reason why there is none; never null */
    record Nothing(Reason reason) implements Extraction {}

    /** Why a page gives no article. */
    enum Reason {
        /** The page holds no text that could be an article's. */
        NO_TEXT,
        /** The page is larger than 10 MB. */
        TOO_LARGE
    }
}
