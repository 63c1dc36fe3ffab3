package io.dateline.store.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.store.query.ArticleItem;
import java.time.Instant;
import java.util.List;

/**
 * A story as lists show it.
 *
 * @param id        never null
 * @param title     that of {@code first}; never null
 * @param first     the earliest article that is no copy: its source was first; never null
 * @param firstAt   when the earliest article was published; never null
 * @param lastAt    when the latest was; never null
 * @param articles  how many, copies included; at least 1
 * @param originals how many that copy none of the others
 * @param independentSources different sources among the originals
 * @param languages ISO 639-1, sorted; never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StorySummary(
        String id,
        String title,
        ArticleItem first,
        Instant firstAt,
        Instant lastAt,
        int articles,
        int originals,
        int independentSources,
        List<String> languages) {

    public StorySummary {
        languages = List.copyOf(languages);
    }
}
