package io.dateline.store.api;

import io.dateline.store.compare.Comparison;
import io.dateline.store.compare.TextDiff;
import io.dateline.store.query.StoredArticle;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What changed from one revision of an article to another.
 *
 * @param id    never null
 * @param from  never null
 * @param to    never null
 * @param parts those that differ; never null
 */
@Schema(description = "What changed from one revision of an article to another.")
public record RevisionChanges(String id, Side from, Side to, List<Part> parts) {

    /** @param storedAt never null */
    public record Side(int revision, Instant storedAt) {}

    /**
     * @param field  {@code title}, {@code summary}, {@code byline} or {@code body}
     * @param state  never {@code SAME}
     * @param pieces in reading order; empty unless the state is {@code CHANGED}
     */
    public record Part(
            String field,

            @Schema(enumeration = {"changed", "too-different", "too-large"})
            TextDiff.State state,

            @Schema(
                    description =
                            "In reading order: without what was added it is the older text, without what was removed "
                                    + "the newer. `how` is `same`, `added` or `removed`.")
            List<TextDiff.Piece> pieces) {}

    static RevisionChanges of(StoredArticle before, StoredArticle after) {
        return new RevisionChanges(
                after.document().article().id(),
                side(before),
                side(after),
                Comparison.of(before.document().article(), after.document().article()).stream()
                        .map(part -> new Part(
                                part.field(), part.diff().state(), part.diff().pieces()))
                        .toList());
    }

    private static Side side(StoredArticle article) {
        return new Side(article.stored().revision(), article.stored().storedAt());
    }
}
