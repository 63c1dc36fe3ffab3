package io.dateline.ingest.extract;

import java.util.List;

/**
 * An article as a web page shows it: plain text as found, not yet cleaned or cut to the limits of an article.
 *
 * @param title        the headline on one line, without the site's name; null where the page has none
 * @param byline       as shown, or null
 * @param authors      names; never null
 * @param published    as written, in a form of ISO 8601 or RFC 822 where it was in one; null where the page has none
 * @param updated      likewise
 * @param language     as declared, BCP 47, or null
 * @param canonicalUrl absolute http(s) address that the page gives itself, of the same registered domain as its own, or null
 * @param siteName     or null
 * @param summary      the page's own description, or null
 * @param imageUrl     absolute http(s) address of its picture, or null
 * @param paragraphs   headings and list items included; never null or empty
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
        String summary,
        String imageUrl,
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
