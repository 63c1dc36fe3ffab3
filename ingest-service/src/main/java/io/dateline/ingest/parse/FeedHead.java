package io.dateline.ingest.parse;

/**
 * What a feed says about itself. Text is final, as an article's is.
 *
 * @param title       or null
 * @param description or null
 * @param site        absolute http(s) address of the pages it is the feed of, or null
 * @param language    as declared, or null
 */
public record FeedHead(String title, String description, String site, String language) {
    /** Of a document that says nothing. */
    public static final FeedHead UNKNOWN = new FeedHead(null, null, null, null);
}
