package io.dateline.contracts.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What every RawArticle on a topic must hold, checked before it is published and again after it is consumed. The
 * JSON Schema says the same for readers in other languages; a test holds the two together.
 */
public final class ArticleRules {
    private static final Pattern ID = Pattern.compile("[a-z]{2,8}-[0-9a-f]{32}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private ArticleRules() {}

    /** The violated rules in plain words; empty where the article is valid. Never quotes the text itself. */
    public static List<String> violations(RawArticle article) {
        List<String> found = new ArrayList<>();
        check(found, article.id() != null && ID.matcher(article.id()).matches(), "id is not prefix-128-bit-hex");
        check(found, article.revision() >= 1, "revision is below 1");
        check(
                found,
                article.contentHash() != null
                        && HASH.matcher(article.contentHash()).matches(),
                "contentHash is not SHA-256 hex");
        check(found, article.status() != null, "status is missing");
        Source source = article.source();
        check(
                found,
                source != null
                        && source.id() != null
                        && !source.id().isBlank()
                        && source.id().length() <= 200
                        && source.name() != null
                        && source.kind() != null,
                "source is incomplete");
        check(found, article.fetchedAt() != null, "fetchedAt is missing");
        check(found, article.original() != null, "original is missing");
        String title = article.title();
        check(
                found,
                title != null && !title.isBlank() && title.length() <= ArticleLimits.TITLE,
                "title is missing or too long");
        check(found, article.body().length() <= ArticleLimits.BODY, "body is too long");
        check(
                found,
                article.summary() == null || article.summary().length() <= ArticleLimits.SUMMARY,
                "summary is too long");
        check(found, article.url() == null || article.url().length() <= ArticleLimits.URL, "url is too long");
        check(
                found,
                article.authors().size() <= ArticleLimits.LIST
                        && article.categories().size() <= ArticleLimits.LIST
                        && article.media().size() <= ArticleLimits.LIST,
                "a list is too long");
        check(
                found,
                article.urgency() == null || article.urgency() >= 1 && article.urgency() <= 9,
                "urgency is not 1 to 9");
        check(
                found,
                storable(title) && storable(article.body()) && storable(article.summary()),
                "text holds NUL or a lone surrogate");
        return found;
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
}
