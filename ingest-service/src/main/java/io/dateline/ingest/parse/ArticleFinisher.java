package io.dateline.ingest.parse;

import io.dateline.contracts.article.ArticleFlags;
import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.article.ArticleRules;
import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Media;
import io.dateline.contracts.article.Original;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.ingest.text.CleanText;
import io.dateline.ingest.text.FirstSentence;
import io.dateline.ingest.text.Hashes;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the final text of a draft: cleaned, within the limits, dates judged. */
final class ArticleFinisher {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** Characters of markup for each of text. */
    private static final int MARKUP = 16;

    private final boolean refuseTooLong;
    private final Instant now;
    private final Original original;

    /** @param refuseTooLong true for senders who can be told (push); false where longer text is cut and flagged */
    ArticleFinisher(boolean refuseTooLong, Instant now, Original original) {
        this.refuseTooLong = refuseTooLong;
        this.now = now;
        this.original = original;
    }

    ParsedArticle finish(ArticleDraft draft) throws RefusedArticle {
        Set<String> flags = new LinkedHashSet<>();
        String written = paragraphs("body", draft.body, ArticleLimits.BODY, flags);
        String body = written == null ? "" : written;
        String summary = paragraphs("summary", draft.summary, ArticleLimits.SUMMARY, flags);
        String title = draft.title == null
                ? ""
                : line(
                        "title",
                        bounded("title", draft.title, ArticleLimits.TITLE, flags)
                                .line(),
                        ArticleLimits.TITLE,
                        flags);
        boolean derived = title.isBlank();
        if (derived) {
            title = derivedTitle(draft, body, summary);
        }
        Instant embargo = draft.embargoUntil == null ? null : embargo(draft.embargoUntil);
        ArticleStatus status = status(draft.status, embargo);
        boolean toBeReleased = status == ArticleStatus.WITHHELD && embargo != null;
        ReadDate published = published(draft.published, flags);
        return ParsedArticleBuilder.builder()
                .publisherId(draft.publisherId)
                .guid(draft.guid)
                .url(draft.url)
                .linkIsIdentity(draft.linkIsIdentity)
                .sourceName(draft.sourceName)
                .title(title)
                .titleDerived(derived)
                .summary(blankToNull(summary))
                .body(body)
                .fullText(draft.fullText)
                .slugline(shortText("slugline", draft.slugline, flags))
                .byline(shortText("byline", draft.byline == null ? null : draft.byline.line(), flags))
                .authors(shortTexts("authors", draft.authors, flags))
                .categories(shortTexts("categories", draft.categories, flags))
                .media(media(draft.media, flags))
                .language(shortText("language", draft.language, flags))
                .agency(shortText("agency", draft.agency, flags))
                .urgency(draft.urgency != null && draft.urgency >= 1 && draft.urgency <= 9 ? draft.urgency : null)
                .edNote(shortText("edNote", draft.edNote, flags))
                .embargoUntil(embargo)
                .publishedAt(published == null ? null : published.at())
                .publishedPrecision(published == null ? null : published.precision())
                .updatedAt(updated(draft.updated))
                .status(status)
                .contentHash(Hashes.ofFields(draft.hashed(status)))
                .original(original)
                .flags(List.copyOf(flags))
                .edition(draft.edition)
                .releasedHash(toBeReleased ? Hashes.ofFields(draft.hashed(ArticleStatus.USABLE)) : null)
                .build();
    }

    /** An embargo decides unless the article is canceled: a copy marked withheld is usable once its embargo is over. */
    private ArticleStatus status(ArticleStatus sent, Instant embargo) {
        if (embargo == null || sent == ArticleStatus.CANCELED) {
            return sent == null ? ArticleStatus.USABLE : sent;
        }
        boolean over = !embargo.isAfter(now);
        if (sent == ArticleStatus.USABLE || over) {
            return ArticleStatus.USABLE;
        }
        return ArticleStatus.WITHHELD;
    }

    private static String derivedTitle(ArticleDraft draft, String body, String summary) throws RefusedArticle {
        String from = draft.titleFrom != null ? draft.titleFrom : body.isBlank() && summary != null ? summary : body;
        String title =
                CleanText.line(FirstSentence.of(from, ArticleLimits.TITLE)).text();
        if (title.isBlank() && draft.url != null) {
            // A link and no word about it: the page will tell.
            return CleanText.cut(draft.url, ArticleLimits.TITLE);
        }
        if (title.isBlank()) {
            throw new RefusedArticle(
                    ProblemCode.INVALID_ARTICLE, "The article has neither a title nor text nor an address.");
        }
        return title;
    }

    private ReadDate published(String written, Set<String> flags) {
        if (written == null || written.isBlank()) {
            return null;
        }
        ReadDate read = ReadDate.of(written);
        if (read == null) {
            flags.add(ArticleFlags.DATE_UNREADABLE);
        } else if (!plausible(read.at())) {
            flags.add(ArticleFlags.DATE_IMPLAUSIBLE);
            return null;
        }
        return read;
    }

    private Instant updated(String written) {
        ReadDate read = written == null ? null : ReadDate.of(written);
        return read == null || !plausible(read.at()) ? null : read.at();
    }

    private boolean plausible(Instant at) {
        return !at.isBefore(EARLIEST) && !at.isAfter(now.plus(AHEAD));
    }

    /** An embargo that cannot be read must not be taken for none. */
    private static Instant embargo(String written) throws RefusedArticle {
        Instant read = ReadDate.rfc3339(written);
        if (read == null || read.isAfter(LAST) || read.isBefore(EARLIEST)) {
            throw new RefusedArticle(ProblemCode.INVALID_ARTICLE, "embargoUntil is not an RFC 3339 date and time.");
        }
        return read;
    }

    /** Markup much longer than the text that may come of it is not read to its end. */
    private Markup bounded(String field, Markup markup, int limit, Set<String> flags) {
        int most = refuseTooLong ? Integer.MAX_VALUE : limit * MARKUP;
        if (markup.raw().length() <= most) {
            return markup;
        }
        cut(field, flags);
        return new Markup(CleanText.cut(markup.raw(), most), markup.html());
    }

    private static void cut(String field, Set<String> flags) {
        if (field.equals("body")) {
            flags.add(ArticleFlags.BODY_CUT);
        } else if (field.equals("title")) {
            flags.add(ArticleFlags.TITLE_CUT);
        }
    }

    private String paragraphs(String field, Markup markup, int limit, Set<String> flags) throws RefusedArticle {
        return markup == null
                ? null
                : fit(field, noted(bounded(field, markup, limit, flags).paragraphs(), flags), limit, flags);
    }

    private String line(String field, String raw, int limit, Set<String> flags) throws RefusedArticle {
        return fit(field, noted(CleanText.line(raw), flags), limit, flags);
    }

    private static String noted(CleanText clean, Set<String> flags) {
        if (clean.cleaned()) {
            flags.add(ArticleFlags.TEXT_CLEANED);
        }
        return clean.text();
    }

    private String fit(String field, String text, int limit, Set<String> flags) throws RefusedArticle {
        if (text.length() <= limit) {
            return text;
        }
        if (refuseTooLong) {
            throw new RefusedArticle(
                    ProblemCode.TOO_LARGE,
                    field + " has " + text.length() + " characters; " + limit + " are the limit.");
        }
        cut(field, flags);
        return CleanText.cut(text, limit);
    }

    private String shortText(String field, String raw, Set<String> flags) throws RefusedArticle {
        return raw == null ? null : blankToNull(line(field, raw, ArticleLimits.SHORT_TEXT, flags));
    }

    private List<String> shortTexts(String field, List<String> raw, Set<String> flags) throws RefusedArticle {
        Set<String> texts = new LinkedHashSet<>();
        for (String one : raw) {
            String text = shortText(field, one, flags);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts.stream().limit(ArticleLimits.LIST).toList();
    }

    private List<Media> media(List<Media> raw, Set<String> flags) throws RefusedArticle {
        Set<Media> kept = new LinkedHashSet<>();
        for (Media one : raw) {
            boolean fits = one.url() != null
                    && !one.url().isBlank()
                    && one.url().length() <= ArticleLimits.URL
                    && ArticleRules.storable(one.url());
            if (fits) {
                kept.add(new Media(
                        one.url(),
                        shortText("media type", one.mediaType(), flags),
                        shortText("media caption", one.caption(), flags)));
            }
        }
        return kept.stream().limit(ArticleLimits.LIST).toList();
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
