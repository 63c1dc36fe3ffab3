package io.dateline.store.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * One page of an answer.
 *
 * @param items  never null
 * @param next   the cursor of the next page, or null on the last one
 * @param facets by parameter name ({@code entity}, {@code topic}, {@code place}, {@code source}, {@code lang}), most
 *               frequent value first, at most 20 each, counted over the newest 10,000 matches; null unless asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArticlePage(List<ArticleItem> items, String next, Map<String, List<FacetValue>> facets) {

    /**
     * @param value what the parameter takes; never null
     * @param label for a person; never null
     * @param count articles
     */
    public record FacetValue(String value, String label, long count) {}
}
