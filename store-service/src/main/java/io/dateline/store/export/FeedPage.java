package io.dateline.store.export;

import io.dateline.contracts.Sha256;
import io.dateline.contracts.article.RawArticle;
import io.dateline.store.query.ArticleKeys;
import io.dateline.store.query.ArticleKeys.Key;
import io.dateline.store.query.ArticleReading;
import java.time.Instant;

/**
 * One page of a feed, before its articles are read.
 *
 * @param title for a person; never null
 * @param links never null
 * @param full  whether entries hold the whole text
 * @param keys  newest first; never null
 */
public record FeedPage(String title, Links links, boolean full, ArticleKeys keys) {
    private static final int EXCERPT = 300;

    /**
     * Absolute addresses.
     *
     * @param home where this store is, with a slash at the end; never null
     * @param feed of the feed's first page, by which it is known; never null
     * @param self of this page; never null
     * @param next of the next page, or null on the last one
     */
    public record Links(String home, String feed, String self, String next) {

        /** Of an article where it was published, or where that is not known, in this store. */
        String page(RawArticle article) {
            return ArticleUri.valid(article.url()).orElseGet(() -> home + "articles/" + article.id());
        }

        /** Of an article with its tags. */
        String data(RawArticle article) {
            return home + "api/articles/" + article.id();
        }
    }

    /** Its articles, with no more of them than the entries hold. */
    <E extends Exception> void each(ArticleReading articles, Heads.Sink<E> sink) throws E {
        if (full) {
            Heads.each(articles, keys.items(), sink);
        } else {
            Heads.eachBeginning(articles, keys.items(), sink);
        }
    }

    /**
     * What tells this page from every other: its address, and which revisions it holds with which tags. No quotation
     * marks around it.
     */
    public String tag() {
        StringBuilder all = new StringBuilder(links.self()).append('\n').append(links.next());
        for (Key key : keys.items()) {
            all.append('\n').append(key.seq()).append(' ').append(key.enrichment());
        }
        return Sha256.hex(all.toString(), 16);
    }

    /** When the newest of its revisions was stored; the epoch where it has none. */
    Instant updated() {
        return keys.items().stream().map(Key::storedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    /** The publisher's summary, or the beginning of the body; may be empty. */
    static String summary(RawArticle article) {
        if (article.summary() != null) {
            return article.summary();
        }
        // The window is larger than the excerpt: runs of white space shrink.
        String body = article.body();
        String flat = body.substring(0, Math.min(body.length(), 4 * EXCERPT))
                .replaceAll("\\s+", " ")
                .strip();
        if (flat.length() <= EXCERPT) {
            return flat;
        }
        int end = flat.lastIndexOf(' ', EXCERPT);
        if (end < EXCERPT / 2) {
            // One word, or a script without blanks.
            end = Character.isLowSurrogate(flat.charAt(EXCERPT)) ? EXCERPT - 1 : EXCERPT;
        }
        return flat.substring(0, end) + "…";
    }
}
