package io.dateline.ingest.page;

import io.dateline.ingest.parse.ParsedArticle;

/** When the page of a feed's item is fetched for its full text. */
public enum FullTextMode {
    NEVER,
    WHEN_SHORT,
    ALWAYS;

    /** A teaser: less than this many characters and not marked as the whole story. */
    static final int SHORT = 500;

    /** @param label as in the API and the database; what is not known counts as never */
    public static FullTextMode of(String label) {
        return switch (label == null ? "" : label) {
            case "when-short" -> WHEN_SHORT;
            case "always" -> ALWAYS;
            default -> NEVER;
        };
    }

    /** Whether an item of such a feed needs its page. Without an address of its own it has none. */
    public boolean wants(ParsedArticle item) {
        if (this == NEVER || item.url() == null || !item.linkIsIdentity()) {
            return false;
        }
        return this == ALWAYS || !item.fullText() && item.body().length() < SHORT;
    }
}
