package io.dateline.ingest.page;

import io.dateline.ingest.parse.Document;
import java.util.Optional;

/** Finds the article in an HTML page. Thread-safe; never throws for what a page holds. */
@FunctionalInterface
public interface PageExtractor {
    /** Empty where there is no article in it. */
    Optional<ExtractedPage> extract(Document page);
}
