package io.dateline.ingest.extract;

import java.util.List;

/**
 * An article as a web page shows it; texts on one line unless said otherwise, not yet cleaned or cut.
 */
public record ExtractedPage(
        String title,
        String byline,
        List<String> authors,
        String published,
        String updated,
        String language,
        String canonicalUrl,
        String siteName,
        List<String> paragraphs) {
    public ExtractedPage {
        authors = List.copyOf(authors);
        paragraphs = List.copyOf(paragraphs);
    }

    /** The paragraphs, parted by a blank line. */
    public String text() {
        return String.join("\n\n", paragraphs);
    }
}
