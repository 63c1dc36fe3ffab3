package io.dateline.ingest.parse;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Media;
import io.dateline.contracts.article.Original;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An article as it was read: text final, identity not yet known.
 *
 * @param publisherId      the publisher's stable id, or null
 * @param guid             the feed's id of the item, or null
 * @param url              absolute http(s) address as given, or null
 * @param linkIsIdentity   false where the address also stands for other things (the site, another item)
 * @param sourceName       who sent it, where the document says so, or null
 * @param title            never blank
 * @param titleDerived     whether the first sentence stands in for a headline
 * @param fullText         whether the body is the whole story and not a teaser
 * @param contentHash      SHA-256 over what the owner sent, before cleaning
 * @param edition          which version of its story it is; never null
 * @param original         what it was read from; never null
 * @param releasedHash     the content hash it will have once its embargo is over; null where nothing is to be released
 */
@RecordBuilder
public record ParsedArticle(
        String publisherId,
        String guid,
        String url,
        boolean linkIsIdentity,
        String sourceName,
        String title,
        boolean titleDerived,
        String summary,
        String body,
        boolean fullText,
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
        ArticleStatus status,
        String contentHash,
        Original original,
        List<String> flags,
        Edition edition,
        String releasedHash)
        implements ParsedArticleBuilder.With {

    public ParsedArticle {
        edition = edition == null ? Edition.NONE : edition;
    }

    /** The same article with its embargo over. Only for one that has a {@code releasedHash}. */
    public ParsedArticle released() {
        return with().status(ArticleStatus.USABLE)
                .contentHash(Objects.requireNonNull(releasedHash, "nothing to release"))
                .releasedHash(null)
                .build();
    }

    /** The same under the headline of the version before: a notice of withdrawal often has none of its own. */
    public ParsedArticle under(String headline, boolean derived) {
        return with().title(headline).titleDerived(derived).build();
    }
}
