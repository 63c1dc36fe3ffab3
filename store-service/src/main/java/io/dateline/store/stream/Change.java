package io.dateline.store.stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.contracts.article.ArticleStatus;
import io.dateline.store.query.ArticleItem;
import java.time.Instant;
import java.util.Set;

/**
 * One stored revision, in its place in the order of commits.
 *
 * @param seq      counts up by one, without holes
 * @param id       never null
 * @param revision may be lower than the head: what came late is told too
 * @param status   what this revision made of the article; never null
 * @param item     null while the article's text is hidden (canceled, under embargo or erased) or was dropped with its month
 * @param erasedAt when the article was erased on request, or null; its status is canceled then, for followers who know
 *                 no other reason to forget it
 * @param tags     exact filters it matches, {@code kind:value}; a canceled revision keeps those of the one before, so
 *                 that whoever saw the article is told; never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
        long seq,
        String id,
        int revision,
        ArticleStatus status,
        ArticleItem item,
        Instant erasedAt,
        @JsonIgnore Set<String> tags) {

    public Change {
        tags = Set.copyOf(tags);
    }

    /** Whether its article is not to be shown any more, and who was told of it is known still. */
    boolean hides() {
        return status != ArticleStatus.USABLE && erasedAt == null;
    }
}
