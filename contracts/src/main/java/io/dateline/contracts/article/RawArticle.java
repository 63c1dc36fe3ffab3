package io.dateline.contracts.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;

/**
 * One revision of an article as ingest publishes it. Text is final here: NFC, no NUL, no lone surrogate; no later
 * stage changes it, so that offsets into it hold for ever.
 *
 * @param id                 fixed at first sight, see {@code Identity} in ingest; never null
 * @param revision           1 or higher; numbers may be left out, never reused for other content
 * @param contentHash        SHA-256 (hex) of what the owner sent, taken before cleaning
 * @param status             never null
 * @param source             the owner; never null
 * @param feedId             the feed it was read from, or null
 * @param guid               the publisher's id, opaque, or null
 * @param url                canonical address, or null
 * @param title              1 to {@link ArticleLimits#TITLE} characters
 * @param titleDerived       true where the copy had no headline and the first sentence stands in; else null
 * @param summary            the publisher's own, plain text, or null
 * @param body               plain text, paragraphs parted by a blank line; may be empty, never null
 * @param slugline           or null
 * @param byline             as printed, or null
 * @param authors            names; never null
 * @param categories         the publisher's own words; never null
 * @param media              never null
 * @param language           BCP 47 tag as the publisher declared it, or null
 * @param agency             news agency, or null
 * @param urgency            1 (highest) to 9, or null
 * @param edNote             note to editors, not for readers, or null
 * @param embargoUntil       or null
 * @param publishedAt        the publisher's date where it can be true, or null
 * @param publishedPrecision {@code second}, {@code minute}, {@code day}; null without {@code publishedAt}
 * @param updatedAt          or null
 * @param fetchedAt          when ingest took it; never null
 * @param original           the document it was read from; never null
 * @param flags              values of {@link ArticleFlags}; never null
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"id", "revision", "contentHash", "status", "source"})
public record RawArticle(
        String id,
        int revision,
        String contentHash,
        ArticleStatus status,
        Source source,
        String feedId,
        String guid,
        String url,
        String title,
        Boolean titleDerived,
        String summary,
        @JsonInclude(JsonInclude.Include.ALWAYS) String body,
        String slugline,
        String byline,
        List<String> authors,
        List<String> categories,
        List<Media> media,
        String language,
        String agency,
        Integer urgency,
        String edNote,
        Instant embargoUntil,
        Instant publishedAt,
        String publishedPrecision,
        Instant updatedAt,
        Instant fetchedAt,
        Original original,
        List<String> flags) {

    public RawArticle {
        body = body == null ? "" : body;
        authors = authors == null ? List.of() : List.copyOf(authors);
        categories = categories == null ? List.of() : List.copyOf(categories);
        media = media == null ? List.of() : List.copyOf(media);
        flags = flags == null ? List.of() : List.copyOf(flags);
    }

    /** What is not set is absent, but for the first revision and that it is usable. */
    public static RawArticleBuilder builder() {
        return RawArticleBuilder.builder().revision(1).status(ArticleStatus.USABLE);
    }

    /** A copy to change; the copy shares nothing mutable with this one. */
    public RawArticleBuilder toBuilder() {
        return RawArticleBuilder.builder(this);
    }

    /** The text a field name of an evidence span points into. */
    public String field(String name) {
        return switch (name) {
            case "title" -> title;
            case "body" -> body;
            default -> throw new IllegalArgumentException("no text field " + name);
        };
    }
}
