package io.dateline.store.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * One page of an answer.
 *
 * @param items  never null
 * @param next   the cursor of the next page, or null on the last one
 * @param facets by parameter name, most frequent value first, at most 20 each; null unless asked for
 * @param counted over what facets were counted or the order was made, or null where neither was asked for
 * @param highlights by article id, where the words of the question occur; null unless asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArticlePage(
        List<ArticleItem> items,
        String next,
        Map<String, List<FacetValue>> facets,
        Counted counted,
        Map<String, List<Excerpt>> highlights)
        implements Paged {

    /**
     * How far counting and ranking went.
     *
     * @param newest      so many of the newest matches were looked at
     * @param approximate whether there are older ones, which were not
     */
    public record Counted(int newest, boolean approximate) {
        /** @param found at most one more than is looked at */
        public static Counted of(int found, int most) {
            return new Counted(Math.min(found, most), found > most);
        }
    }

    /**
     * @param value what the parameter takes; never null
     * @param label for a person; never null
     * @param count articles; estimated from a sample where {@link Counted#approximate} says so
     */
    public record FacetValue(String value, String label, long count) {}
}
