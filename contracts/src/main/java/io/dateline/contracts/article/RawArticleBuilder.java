package io.dateline.contracts.article;

import java.time.Instant;
import java.util.List;

/** Builds a {@link RawArticle} field by field; what is not set is absent. Not for use by several threads. */
public final class RawArticleBuilder {
    private String id;
    private int revision = 1;
    private String contentHash;
    private ArticleStatus status = ArticleStatus.USABLE;
    private Source source;
    private String feedId;
    private String guid;
    private String url;
    private String title;
    private Boolean titleDerived;
    private String summary;
    private String body;
    private String slugline;
    private String byline;
    private List<String> authors;
    private List<String> categories;
    private List<Media> media;
    private String language;
    private String agency;
    private Integer urgency;
    private String edNote;
    private Instant embargoUntil;
    private Instant publishedAt;
    private String publishedPrecision;
    private Instant updatedAt;
    private Instant fetchedAt;
    private Original original;
    private List<String> flags;

    RawArticleBuilder() {}

    RawArticleBuilder(RawArticle from) {
        this.id = from.id();
        this.revision = from.revision();
        this.contentHash = from.contentHash();
        this.status = from.status();
        this.source = from.source();
        this.feedId = from.feedId();
        this.guid = from.guid();
        this.url = from.url();
        this.title = from.title();
        this.titleDerived = from.titleDerived();
        this.summary = from.summary();
        this.body = from.body();
        this.slugline = from.slugline();
        this.byline = from.byline();
        this.authors = from.authors();
        this.categories = from.categories();
        this.media = from.media();
        this.language = from.language();
        this.agency = from.agency();
        this.urgency = from.urgency();
        this.edNote = from.edNote();
        this.embargoUntil = from.embargoUntil();
        this.publishedAt = from.publishedAt();
        this.publishedPrecision = from.publishedPrecision();
        this.updatedAt = from.updatedAt();
        this.fetchedAt = from.fetchedAt();
        this.original = from.original();
        this.flags = from.flags();
    }

    public RawArticleBuilder id(String value) {
        this.id = value;
        return this;
    }

    public RawArticleBuilder revision(int value) {
        this.revision = value;
        return this;
    }

    public RawArticleBuilder contentHash(String value) {
        this.contentHash = value;
        return this;
    }

    public RawArticleBuilder status(ArticleStatus value) {
        this.status = value;
        return this;
    }

    public RawArticleBuilder source(Source value) {
        this.source = value;
        return this;
    }

    public RawArticleBuilder feedId(String value) {
        this.feedId = value;
        return this;
    }

    public RawArticleBuilder guid(String value) {
        this.guid = value;
        return this;
    }

    public RawArticleBuilder url(String value) {
        this.url = value;
        return this;
    }

    public RawArticleBuilder title(String value) {
        this.title = value;
        return this;
    }

    public RawArticleBuilder titleDerived(Boolean value) {
        this.titleDerived = value;
        return this;
    }

    public RawArticleBuilder summary(String value) {
        this.summary = value;
        return this;
    }

    public RawArticleBuilder body(String value) {
        this.body = value;
        return this;
    }

    public RawArticleBuilder slugline(String value) {
        this.slugline = value;
        return this;
    }

    public RawArticleBuilder byline(String value) {
        this.byline = value;
        return this;
    }

    public RawArticleBuilder authors(List<String> value) {
        this.authors = value;
        return this;
    }

    public RawArticleBuilder categories(List<String> value) {
        this.categories = value;
        return this;
    }

    public RawArticleBuilder media(List<Media> value) {
        this.media = value;
        return this;
    }

    public RawArticleBuilder language(String value) {
        this.language = value;
        return this;
    }

    public RawArticleBuilder agency(String value) {
        this.agency = value;
        return this;
    }

    public RawArticleBuilder urgency(Integer value) {
        this.urgency = value;
        return this;
    }

    public RawArticleBuilder edNote(String value) {
        this.edNote = value;
        return this;
    }

    public RawArticleBuilder embargoUntil(Instant value) {
        this.embargoUntil = value;
        return this;
    }

    public RawArticleBuilder publishedAt(Instant value) {
        this.publishedAt = value;
        return this;
    }

    public RawArticleBuilder publishedPrecision(String value) {
        this.publishedPrecision = value;
        return this;
    }

    public RawArticleBuilder updatedAt(Instant value) {
        this.updatedAt = value;
        return this;
    }

    public RawArticleBuilder fetchedAt(Instant value) {
        this.fetchedAt = value;
        return this;
    }

    public RawArticleBuilder original(Original value) {
        this.original = value;
        return this;
    }

    public RawArticleBuilder flags(List<String> value) {
        this.flags = value;
        return this;
    }

    public RawArticle build() {
        return new RawArticle(
                id,
                revision,
                contentHash,
                status,
                source,
                feedId,
                guid,
                url,
                title,
                titleDerived,
                summary,
                body,
                slugline,
                byline,
                authors,
                categories,
                media,
                language,
                agency,
                urgency,
                edNote,
                embargoUntil,
                publishedAt,
                publishedPrecision,
                updatedAt,
                fetchedAt,
                original,
                flags);
    }
}
