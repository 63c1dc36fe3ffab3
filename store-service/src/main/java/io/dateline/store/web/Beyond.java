package io.dateline.store.web;

import io.dateline.store.compare.Neighbours;
import io.dateline.store.query.SimilarArticles;
import io.dateline.store.query.StoredArticle;
import java.time.Instant;
import java.util.List;

/**
 * What an article's page tells beyond the article.
 *
 * @param story   the one it is in with others, or null
 * @param trail   what the pipeline did with it, or null
 * @param changes what changed from revision to revision, newest first; never null
 * @param similar most alike first; null where finding them took too long
 * @param carriers who else carries it; never null
 */
public record Beyond(Told story, TrailView trail, List<Change> changes, List<Alike> similar, Carriers carriers) {

    /** @param sources that tell the story on their own */
    public record Told(String href, int sources) {}

    public record Change(int revision, int against, String href) {}

    /** @param why in a few words; never null */
    public record Alike(StoryView story, String why) {}

    static List<Change> changes(StoredArticle article) {
        String id = article.document().article().id();
        return Neighbours.of(article.revisions()).stream()
                .map(pair ->
                        new Change(pair.after(), pair.before(), RevisionDiff.address(id, pair.after(), pair.before())))
                .toList();
    }

    /** Null for null. */
    static List<Alike> alike(SimilarArticles similar, Instant now) {
        return similar == null
                ? null
                : similar.items().stream()
                        .map(one -> new Alike(StoryView.of(one.article(), now), why(one)))
                        .toList();
    }

    private static String why(SimilarArticles.Similar one) {
        String names = one.entities().size() == 1 ? "one name" : one.entities().size() + " names";
        return one.sameText() != null && one.sameText() >= 0.5
                ? names + ", " + Math.round(one.sameText() * 100) + " % the same text"
                : names + " in common";
    }
}
