package io.dateline.store.web;

import io.dateline.store.query.ArticleItem;
import io.dateline.store.query.ArticlePage.FacetValue;
import io.dateline.store.query.TopicProfile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A topic as its own page tells it.
 *
 * @param broader  the widest first; never null
 * @param narrower most articles first, without a count where there are none; never null
 * @param count    of its articles, in words; never null
 * @param search   address of all its articles; never null
 * @param bars     its articles over time, or null
 * @param names    who and what its articles name most; never null
 * @param sources  who writes most about it; never null
 * @param articles the newest; never null
 * @param allArticles address of all of these; never null
 */
public record TopicView(
        String id,
        String label,
        List<StoryView.Link> broader,
        List<TopicsView.Counted> narrower,
        String count,
        String search,
        TimeBars bars,
        List<TopicsView.Counted> names,
        List<TopicsView.Counted> sources,
        List<StoryView> articles,
        String allArticles) {
    private static final int VALUES = 10;

    /**
     * @param newest of its articles, those to show
     * @param counts articles of this topic by the topics they are about
     */
    static TopicView of(
            TopicProfile profile, List<ArticleItem> newest, Map<String, Long> counts, TimeBars bars, Instant now) {
        List<TopicProfile.Named> above = profile.broader();
        return new TopicView(
                profile.id(),
                profile.label(),
                IntStream.range(0, above.size())
                        .mapToObj(i -> above.get(above.size() - 1 - i))
                        .map(one -> new StoryView.Link("topic", one.label(), Addresses.topic(one.id())))
                        .toList(),
                profile.narrower().stream()
                        .sorted(Comparator.comparingLong(
                                (TopicProfile.Named one) -> -counts.getOrDefault(one.id(), 0L)))
                        .map(one -> new TopicsView.Counted(
                                one.label(),
                                counts.containsKey(one.id()) ? Figures.number(counts.get(one.id())) : null,
                                Addresses.topic(one.id())))
                        .toList(),
                (profile.counted().approximate() ? "more than " : "")
                        + EntityView.articles(profile.counted().newest()),
                SearchUrl.to("topic", profile.id()),
                bars,
                facet(profile, "entity").stream()
                        .limit(VALUES)
                        .map(one -> new TopicsView.Counted(
                                one.label(), Figures.number(one.count()), Addresses.entity(one.value())))
                        .toList(),
                facet(profile, "source").stream()
                        .limit(VALUES)
                        .map(one -> new TopicsView.Counted(
                                one.label(),
                                Figures.number(one.count()),
                                SearchUrl.EMPTY
                                        .with("topic", profile.id())
                                        .with("source", one.value())
                                        .toString()))
                        .toList(),
                newest.stream().map(item -> StoryView.of(item, now)).toList(),
                SearchView.withoutCopies(SearchUrl.EMPTY.with("topic", profile.id()))
                        .toString());
    }

    private static List<FacetValue> facet(TopicProfile profile, String name) {
        return profile.facets() == null ? List.of() : profile.facets().getOrDefault(name, List.of());
    }
}
