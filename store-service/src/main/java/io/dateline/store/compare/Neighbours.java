package io.dateline.store.compare;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.store.query.StoredArticle.Revision;
import java.util.ArrayList;
import java.util.List;

/** A revision whose text may be shown, and the one before it. */
public record Neighbours(int before, int after) {

    /** @param revisions highest first */
    public static List<Neighbours> of(List<Revision> revisions) {
        List<Revision> shown = revisions.stream()
                .filter(revision -> revision.status() == ArticleStatus.USABLE)
                .toList();
        List<Neighbours> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < shown.size(); i++) {
            pairs.add(new Neighbours(shown.get(i + 1).revision(), shown.get(i).revision()));
        }
        return pairs;
    }
}
