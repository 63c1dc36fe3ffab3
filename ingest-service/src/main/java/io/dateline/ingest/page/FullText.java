package io.dateline.ingest.page;

import io.dateline.contracts.article.ArticleFlags;
import io.dateline.contracts.article.ArticleLimits;
import io.dateline.ingest.parse.ParsedArticle;
import io.dateline.ingest.text.CleanText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins an item with what its page holds. The item's own words win where it has any; its content hash stays, since a
 * revision is a change in what its owner sent in the feed.
 */
public final class FullText {
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private FullText() {}

    /** @param now for judging the page's date */
    static ParsedArticle of(ParsedArticle item, ExtractedPage page, Instant now) {
        List<String> flags = new ArrayList<>(item.flags());
        CleanText clean = CleanText.paragraphs(page.text());
        if (clean.cleaned()) {
            add(flags, ArticleFlags.TEXT_CLEANED);
        }
        String body = clean.text();
        if (body.length() <= item.body().length()) {
            // The page has no more than the feed brought.
            return with(item, item.title(), item.titleDerived(), item.summary(), item.body(), page, now, flags);
        }
        if (body.length() > ArticleLimits.BODY) {
            add(flags, ArticleFlags.BODY_CUT);
            body = CleanText.cut(body, ArticleLimits.BODY);
        }
        String headline = line(page.title(), ArticleLimits.TITLE);
        boolean derived = item.titleDerived() && headline == null;
        String title = item.titleDerived() && headline != null ? headline : item.title();
        String summary = item.summary() != null || item.body().isBlank()
                ? item.summary()
                : CleanText.cut(item.body(), ArticleLimits.SUMMARY);
        return with(item, title, derived, summary, body, page, now, flags);
    }

    /** As it came, with a flag that says why it has no more. */
    public static ParsedArticle without(ParsedArticle item, String flag) {
        List<String> flags = new ArrayList<>(item.flags());
        add(flags, flag);
        return copy(
                item,
                item.title(),
                item.titleDerived(),
                item.summary(),
                item.body(),
                item.fullText(),
                item.byline(),
                item.authors(),
                item.language(),
                item.publishedAt(),
                item.publishedPrecision(),
                flags);
    }

    private static ParsedArticle with(
            ParsedArticle item,
            String title,
            boolean derived,
            String summary,
            String body,
            ExtractedPage page,
            Instant now,
            List<String> flags) {
        List<String> authors = item.authors().isEmpty()
                ? page.authors().stream()
                        .map(one -> line(one, ArticleLimits.SHORT_TEXT))
                        .filter(one -> one != null)
                        .distinct()
                        .limit(ArticleLimits.LIST)
                        .toList()
                : item.authors();
        boolean dated = item.publishedAt() == null
                && page.publishedAt() != null
                && page.publishedAt().isAfter(EARLIEST)
                && page.publishedAt().isBefore(now.plus(AHEAD));
        return copy(
                item,
                title,
                derived,
                summary,
                body,
                true,
                item.byline() != null ? item.byline() : line(page.byline(), ArticleLimits.SHORT_TEXT),
                authors,
                item.language() != null ? item.language() : line(page.language(), ArticleLimits.SHORT_TEXT),
                dated ? page.publishedAt() : item.publishedAt(),
                dated ? null : item.publishedPrecision(),
                flags);
    }

    private static ParsedArticle copy(
            ParsedArticle item,
            String title,
            boolean derived,
            String summary,
            String body,
            boolean fullText,
            String byline,
            List<String> authors,
            String language,
            Instant publishedAt,
            String precision,
            List<String> flags) {
        return new ParsedArticle(
                item.publisherId(),
                item.guid(),
                item.url(),
                item.linkIsIdentity(),
                item.sourceName(),
                title,
                derived,
                summary,
                body,
                fullText,
                item.slugline(),
                byline,
                authors,
                item.categories(),
                item.media(),
                language,
                item.agency(),
                item.urgency(),
                item.edNote(),
                item.embargoUntil(),
                publishedAt,
                precision,
                item.updatedAt(),
                item.status(),
                item.contentHash(),
                item.original(),
                List.copyOf(flags),
                item.releasedHash());
    }

    private static void add(List<String> flags, String flag) {
        if (!flags.contains(flag) && flags.size() < ArticleLimits.LIST) {
            flags.add(flag);
        }
    }

    private static String line(String raw, int limit) {
        String text = raw == null ? "" : CleanText.cut(CleanText.line(raw).text(), limit);
        return text.isBlank() ? null : text;
    }
}
