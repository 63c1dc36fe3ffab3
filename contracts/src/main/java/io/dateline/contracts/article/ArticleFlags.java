package io.dateline.contracts.article;

/** What ingest noticed about an article and readers should know. Values of {@link RawArticle#flags()}. */
public final class ArticleFlags {
    /** The body was longer than {@link ArticleLimits#BODY} and was cut. */
    public static final String BODY_CUT = "body-cut";
    /** The title was longer than {@link ArticleLimits#TITLE} and was cut. */
    public static final String TITLE_CUT = "title-cut";
    /** The declared date cannot be true (before 1900, or more than a day ahead) and was left out. */
    public static final String DATE_IMPLAUSIBLE = "published-at-implausible";
    /** The declared date could not be read and was left out. */
    public static final String DATE_UNREADABLE = "published-at-unreadable";
    /** The text held characters that no store can keep (NUL, lone surrogates, controls); they were removed. */
    public static final String TEXT_CLEANED = "text-cleaned";

    /** Its page was wanted for the full text and could not be had; what the feed brought is published. */
    public static final String PAGE_UNAVAILABLE = "page-unavailable";
    /** Its page may not be fetched (robots.txt); what the feed brought is published. */
    public static final String PAGE_DISALLOWED = "page-disallowed";
    /** No article was found in its page; what the feed brought is published. */
    public static final String PAGE_UNREADABLE = "page-unreadable";

    private ArticleFlags() {}
}
