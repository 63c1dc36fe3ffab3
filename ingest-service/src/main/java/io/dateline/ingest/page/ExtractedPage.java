package io.dateline.ingest.page;

import java.time.Instant;
import java.util.List;

/**
 * The article of an HTML page. Everything but the text may be null; texts need not be cleaned.
 *
 * @param authors      never null
 * @param language     as declared, or null
 * @param canonicalUrl what the page says its address is, or null
 * @param text         paragraphs parted by a blank line; never blank
 */
public record ExtractedPage(
        String title,
        String byline,
        List<String> authors,
        Instant publishedAt,
        String language,
        String canonicalUrl,
        String text) {}
