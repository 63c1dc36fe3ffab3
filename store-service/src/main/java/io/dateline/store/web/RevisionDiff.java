package io.dateline.store.web;

import io.dateline.contracts.article.RawArticle;
import io.dateline.store.compare.Comparison;
import io.dateline.store.compare.Neighbours;
import io.dateline.store.compare.TextDiff;
import io.dateline.store.query.StoredArticle;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What changed from one revision of an article to another.
 *
 * @param title  of the one it is seen from; never null
 * @param parts  those that differ; never null
 * @param others the same article's pairs of neighbours, newest first; never null
 */
public record RevisionDiff(
        String id,
        String lang,
        String dir,
        String title,
        Side before,
        Side after,
        List<Part> parts,
        List<Pair> others) {

    private static final Map<String, String> NAMES =
            Map.of("title", "Headline", "summary", "Summary", "byline", "Byline", "body", "Text");

    public record Side(int revision, String href, Moment stored) {}

    /** @param name what the part is called; never null */
    public record Part(String name, TextDiff diff) {}

    /** @param shown whether it is the one on this page */
    public record Pair(String label, String href, boolean shown) {}

    static RevisionDiff of(StoredArticle before, StoredArticle after, Instant now) {
        RawArticle old = before.document().article();
        RawArticle young = after.document().article();
        String language = after.document().language().code();
        return new RevisionDiff(
                young.id(),
                Languages.tag(language),
                Languages.direction(language),
                young.title(),
                side(before, now),
                side(after, now),
                Comparison.of(old, young).stream()
                        .map(part -> new Part(NAMES.get(part.field()), part.diff()))
                        .toList(),
                pairs(after, before.stored().revision()));
    }

    /** Address of what changed to a revision from another. */
    static String address(String id, int revision, int against) {
        return Addresses.article(id) + "?revision=" + revision + "&against=" + against;
    }

    private static Side side(StoredArticle article, Instant now) {
        int revision = article.stored().revision();
        String id = article.document().article().id();
        return new Side(
                revision,
                Addresses.article(id) + "?revision=" + revision,
                Moment.of(article.stored().storedAt(), now));
    }

    private static List<Pair> pairs(StoredArticle article, int against) {
        String id = article.document().article().id();
        return Neighbours.of(article.revisions()).stream()
                .map(pair -> new Pair(
                        "Revision " + pair.before() + " to " + pair.after(),
                        address(id, pair.after(), pair.before()),
                        pair.after() == article.stored().revision() && pair.before() == against))
                .toList();
    }
}
