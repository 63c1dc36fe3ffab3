package io.dateline.ingest.page;

import io.dateline.contracts.article.ArticleFlags;
import io.dateline.contracts.article.ArticleLimits;
import io.dateline.ingest.extract.ExtractedPage;
import io.dateline.ingest.parse.ParsedArticle;
import io.dateline.ingest.parse.ReadDate;
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
        return item.with().flags(List.copyOf(flags)).build();
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
        ReadDate read = item.publishedAt() != null || page.published() == null ? null : ReadDate.of(page.published());
        boolean dated = read != null && read.at().isAfter(EARLIEST) && read.at().isBefore(now.plus(AHEAD));
        return item.with()
                .title(title)
                .titleDerived(derived)
                .summary(summary)
                .body(body)
                .fullText(true)
                .byline(item.byline() != null ? item.byline() : line(page.byline(), ArticleLimits.SHORT_TEXT))
                .authors(authors)
                .language(item.language() != null ? item.language() : line(page.language(), ArticleLimits.SHORT_TEXT))
                .publishedAt(dated ? read.at() : item.publishedAt())
                .publishedPrecision(dated ? read.precision() : item.publishedPrecision())
                .flags(List.copyOf(flags))
                .build();
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
