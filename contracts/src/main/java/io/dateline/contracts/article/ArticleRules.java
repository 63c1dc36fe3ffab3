package io.dateline.contracts.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What every RawArticle and every Sighting on a topic must hold, checked before it is published and again after it is consumed. The
 * JSON Schema says the same for readers in other languages; a test holds the two together.
 */
public final class ArticleRules {
    private static final Pattern ID = Pattern.compile("[a-z]{2,8}-[0-9a-f]{32}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SOURCE_ID = Pattern.compile("[a-z0-9.-]{1,200}");
    private static final Set<String> PRECISIONS = Set.of("second", "minute", "day");
    /** The dates that RFC 3339, and so every reader of the JSON, can write; its year 0 is one that databases do not have. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private ArticleRules() {}

    /** The violated rules in plain words; empty where the article is valid. Never quotes the text itself. */
    public static List<String> violations(RawArticle article) {
        List<String> found = new ArrayList<>();
        check(found, matches(ID, article.id()), "id is not prefix-128-bit-hex");
        check(found, article.revision() >= 1, "revision is below 1");
        check(found, matches(HASH, article.contentHash()), "contentHash is not SHA-256 hex");
        check(found, article.status() != null, "status is missing");
        origin(found, article);
        texts(found, article);
        lists(found, article);
        dates(found, article);
        check(
                found,
                article.urgency() == null || article.urgency() >= 1 && article.urgency() <= 9,
                "urgency is not 1 to 9");
        return found;
    }

    /** As for an article. */
    public static List<String> violations(Sighting sighting) {
        List<String> found = new ArrayList<>();
        check(found, matches(ID, sighting.articleId()), "articleId is not prefix-128-bit-hex");
        check(found, sighting.revision() >= 1, "revision is below 1");
        source(found, sighting.source());
        text(found, "url", sighting.url(), ArticleLimits.URL);
        text(found, "title", sighting.title(), ArticleLimits.TITLE);
        check(found, sighting.seenAt() != null, "seenAt is missing");
        date(found, "seenAt", sighting.seenAt());
        return found;
    }

    private static void source(List<String> found, Source source) {
        check(
                found,
                source != null && matches(SOURCE_ID, source.id()) && present(source.name()) && source.kind() != null,
                "source is incomplete, or its id is not 1 to 200 lower-case letters, digits, dots and dashes");
        if (source != null) {
            text(found, "source name", source.name(), ArticleLimits.SHORT_TEXT);
        }
    }

    private static void origin(List<String> found, RawArticle article) {
        source(found, article.source());
        Original original = article.original();
        check(
                found,
                original != null
                        && present(original.mediaType())
                        && matches(HASH, original.sha256())
                        && original.bytes() >= 0,
                "original is missing or incomplete");
        if (original != null) {
            text(found, "original media type", original.mediaType(), ArticleLimits.SHORT_TEXT);
        }
    }

    private static void texts(List<String> found, RawArticle article) {
        check(found, present(article.title()), "title is missing");
        text(found, "title", article.title(), ArticleLimits.TITLE);
        text(found, "body", article.body(), ArticleLimits.BODY);
        text(found, "summary", article.summary(), ArticleLimits.SUMMARY);
        text(found, "url", article.url(), ArticleLimits.URL);
        text(found, "feedId", article.feedId(), ArticleLimits.SHORT_TEXT);
        text(found, "guid", article.guid(), ArticleLimits.SHORT_TEXT);
        text(found, "slugline", article.slugline(), ArticleLimits.SHORT_TEXT);
        text(found, "byline", article.byline(), ArticleLimits.SHORT_TEXT);
        text(found, "language", article.language(), ArticleLimits.SHORT_TEXT);
        text(found, "agency", article.agency(), ArticleLimits.SHORT_TEXT);
        text(found, "edNote", article.edNote(), ArticleLimits.SHORT_TEXT);
    }

    private static void lists(List<String> found, RawArticle article) {
        list(found, "authors", "an item of authors", article.authors());
        list(found, "categories", "an item of categories", article.categories());
        list(found, "flags", "an item of flags", article.flags());
        check(found, article.media().size() <= ArticleLimits.LIST, "media has too many items");
        for (Media media : article.media()) {
            check(found, present(media.url()), "media url is missing");
            text(found, "media url", media.url(), ArticleLimits.URL);
            text(found, "media type", media.mediaType(), ArticleLimits.SHORT_TEXT);
            text(found, "media caption", media.caption(), ArticleLimits.SHORT_TEXT);
        }
    }

    private static void list(List<String> found, String name, String itemName, List<String> items) {
        check(found, items.size() <= ArticleLimits.LIST, name, " has too many items");
        items.forEach(item -> text(found, itemName, item, ArticleLimits.SHORT_TEXT));
    }

    private static void dates(List<String> found, RawArticle article) {
        check(found, article.fetchedAt() != null, "fetchedAt is missing");
        date(found, "fetchedAt", article.fetchedAt());
        date(found, "publishedAt", article.publishedAt());
        date(found, "updatedAt", article.updatedAt());
        date(found, "embargoUntil", article.embargoUntil());
        String precision = article.publishedPrecision();
        check(
                found,
                precision == null || PRECISIONS.contains(precision) && article.publishedAt() != null,
                "publishedPrecision is unknown or stands without publishedAt");
    }

    private static void date(List<String> found, String name, Instant date) {
        check(found, date == null || !date.isBefore(FIRST) && !date.isAfter(LAST), name, " is not of year 1 to 9999");
    }

    private static void text(List<String> found, String name, String text, int limit) {
        check(found, text == null || text.length() <= limit, name, " is too long");
        check(found, storable(text), name, " holds NUL or a lone surrogate");
    }

    private static boolean present(String text) {
        return text != null && !text.isBlank();
    }

    private static boolean matches(Pattern pattern, String text) {
        return text != null && pattern.matcher(text).matches();
    }

    /** Whether PostgreSQL and every UTF-8 reader can keep this text: no NUL, no lone surrogate. Null is storable. */
    public static boolean storable(String text) {
        if (text == null) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static void check(List<String> found, boolean holds, String rule) {
        if (!holds) {
            found.add(rule);
        }
    }

    /** Its words are only joined where the rule is broken. */
    private static void check(List<String> found, boolean holds, String name, String rule) {
        if (!holds) {
            found.add(name + rule);
        }
    }
}
