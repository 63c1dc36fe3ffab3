package io.dateline.store.query;

import io.dateline.contracts.article.ArticleStatus;
import java.util.List;
import java.util.Optional;

/**
 * Articles of one entity and nothing else asked: read by the index that holds them in order. By tags alone all of them
 * would be read to be sorted, which for somebody often in the news are a hundred thousand.
 */
final class EntityTimeline {
    private static final String TAG = Criterion.ENTITY.tag() + ":";

    private final String entity;
    private final Period sorted;

    private EntityTimeline(String entity, Period sorted) {
        this.entity = entity;
        this.sorted = sorted;
    }

    /** Empty where more is asked than one entity and a time. */
    static Optional<EntityTimeline> of(Filter filter) {
        boolean alone = filter.tagGroups().size() == 1
                && filter.excluded().isEmpty()
                && filter.languages().isEmpty()
                && filter.duplicates() == ArticleQuery.Duplicates.ALL
                && filter.status() == ArticleStatus.USABLE
                && !filter.deep();
        List<String> tags = alone ? filter.tagGroups().get(0) : List.of();
        return tags.size() == 1 && tags.get(0).startsWith(TAG)
                ? Optional.of(new EntityTimeline(tags.get(0).substring(TAG.length()), filter.sorted()))
                : Optional.empty();
    }

    /** Of the table {@code article_entities AS e}; its rows that are current are those that lists may show. */
    Conditions listable() {
        Conditions conditions = new Conditions().add("e.entity = ? AND e.current", entity);
        if (sorted.from() != null) {
            conditions.add(" AND e.sort_at >= ?", sorted.from()).storedSince("e", sorted.from());
        }
        if (sorted.to() != null) {
            conditions.add(" AND e.sort_at < ?", sorted.to());
        }
        return conditions;
    }

    /** Rows of a table {@code articles AS a}, the first behind the cursor, which may be null. */
    Conditions page(ArticleQuery.Sort sort, Cursor cursor, int limit) {
        Conditions sql = new Conditions()
                .add("(SELECT e.id, e.revision, e.stored_month FROM article_entities AS e WHERE ")
                .add(listable());
        if (cursor != null) {
            sql.add(" AND (e.sort_at, e.id) " + sort.behind() + " (?, ?)", cursor.sortAt(), cursor.id());
        }
        return sql.add(
                sort.order("e.sort_at", "e.id")
                        + " LIMIT ?) AS e JOIN articles AS a USING (id, revision, stored_month)",
                limit);
    }
}
