package io.dateline.ingest.publish;

import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.article.ArticleRules;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.net.CanonicalUrl;
import io.dateline.ingest.identity.Reserved;
import io.dateline.ingest.parse.ParsedArticle;
import io.dateline.ingest.text.CleanText;
import java.time.Instant;

/** Makes the message of an article once its id and revision are known. */
public final class RawArticles {
    private final CanonicalUrl urls;

    public RawArticles(CanonicalUrl urls) {
        this.urls = urls;
    }

    public RawArticle of(Reserved reserved, Instant fetchedAt) {
        ParsedArticle article = reserved.incoming().article();
        String guid = article.publisherId() != null ? article.publisherId() : article.guid();
        return RawArticle.builder()
                .id(reserved.id())
                .revision(reserved.decision().revision())
                .contentHash(article.contentHash())
                .status(article.status())
                .source(reserved.incoming().origin().source())
                .feedId(reserved.incoming().origin().feedId())
                .guid(guid == null ? null : CleanText.cut(CleanText.line(guid).text(), ArticleLimits.SHORT_TEXT))
                .url(url(article.url()))
                .title(article.title())
                .titleDerived(article.titleDerived() ? Boolean.TRUE : null)
                .summary(article.summary())
                .body(article.body())
                .slugline(article.slugline())
                .byline(article.byline())
                .authors(article.authors())
                .categories(article.categories())
                .media(article.media())
                .language(article.language())
                .agency(article.agency())
                .urgency(article.urgency())
                .edNote(article.edNote())
                .embargoUntil(article.embargoUntil())
                .publishedAt(article.publishedAt())
                .publishedPrecision(article.publishedPrecision())
                .updatedAt(article.updatedAt())
                .fetchedAt(fetchedAt)
                .original(article.original())
                .flags(article.flags())
                .build();
    }

    /** As it is published: null where it is no address, or too long for one. */
    String url(String url) {
        String canonical = urls.of(url);
        boolean fits = canonical != null && canonical.length() <= ArticleLimits.URL && ArticleRules.storable(canonical);
        return fits ? canonical : null;
    }
}
