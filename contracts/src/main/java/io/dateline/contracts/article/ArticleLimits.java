package io.dateline.contracts.article;

/** The limits of an article. Longer text is refused on push and cut (and flagged) from feeds and files. */
public final class ArticleLimits {
    /** Characters (UTF-16 code units) of a title. */
    public static final int TITLE = 1_000;
    /** Characters of a summary. */
    public static final int SUMMARY = 10_000;
    /** Characters of a body. */
    public static final int BODY = 500_000;
    /**
     * Characters of slugline, byline, guid, feed id, language, agency, editor's note, names, media types, captions and
     * each list item.
     */
    public static final int SHORT_TEXT = 1_000;
    /** Characters of a URL. */
    public static final int URL = 4_000;
    /** Items of authors, categories, media and flags each. */
    public static final int LIST = 100;
    /** Bytes of one message. */
    public static final int MESSAGE = 8 * 1024 * 1024;

    private ArticleLimits() {}
}
