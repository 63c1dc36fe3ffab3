package io.dateline.store.query;

import io.dateline.store.query.ArticlePage.Counted;
import io.dateline.store.query.ArticlePage.FacetValue;
import java.util.List;
import java.util.Map;

/**
 * What the store knows of a topic.
 *
 * @param id       never null
 * @param label    never null
 * @param broader  the topics above it, nearest first; never null
 * @param narrower the topics right below it; never null
 * @param counted  its articles, those that the facets were counted over; never null
 * @param facets   as in the search; never null
 * @param articles newest first, at most 10; never null
 */
public record TopicProfile(
        String id,
        String label,
        List<Named> broader,
        List<Named> narrower,
        Counted counted,
        Map<String, List<FacetValue>> facets,
        List<ArticleItem> articles) {
    public TopicProfile {
        broader = List.copyOf(broader);
        narrower = List.copyOf(narrower);
    }

    /** A topic by id and label; neither is null. */
    public record Named(String id, String label) {}
}
