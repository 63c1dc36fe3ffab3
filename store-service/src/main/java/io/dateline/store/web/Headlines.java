package io.dateline.store.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.dateline.store.query.AggregateQueries;
import io.dateline.store.query.TrendQuery;
import io.dateline.store.query.Trends;
import io.dateline.store.story.Stories;
import io.dateline.store.story.StoryQueryParser;
import io.dateline.store.story.StorySummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What stands above the newest articles: what most sources report, and what rises. */
@ApplicationScoped
public class Headlines {
    private static final Duration DAYS = Duration.ofDays(3);
    /** Of the latest stories, so many are looked at and so many shown. */
    private static final int LOOKED_AT = 100;

    private static final int SHOWN = 6;
    private static final Comparator<StorySummary> MOST_REPORTED = Comparator.comparingInt(
                    StorySummary::independentSources)
            .thenComparing(StorySummary::lastAt)
            .reversed();
    /** Counting up to 20,000 articles is not for every view of the front page. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Stories stories;
    private final InstantSource clock;
    private final LoadingCache<String, List<FrontView.Rising>> rising;

    Headlines(Stories stories, AggregateQueries aggregates, InstantSource clock) {
        this.stories = stories;
        this.clock = clock;
        rising = Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(1).build(field -> rising(aggregates, field));
    }

    /** Never null. */
    List<ThreadView.Line> reported() {
        Instant now = clock.instant();
        var query = StoryQueryParser.parse(Map.of(
                "min-sources",
                List.of("2"),
                "limit",
                List.of(Integer.toString(LOOKED_AT)),
                "from",
                List.of(now.minus(DAYS).toString())));
        return stories.find(query).items().stream()
                .sorted(MOST_REPORTED)
                .limit(SHOWN)
                .map(story -> ThreadView.line(story, now))
                .toList();
    }

    /** As of at most a minute ago; never null. */
    List<FrontView.Rising> rising() {
        return rising.get("entity");
    }

    private static List<FrontView.Rising> rising(AggregateQueries aggregates, String field) {
        TrendQuery query = TrendQuery.parse(Map.of("field", List.of(field), "limit", List.of("8")));
        Trends trends = Extra.inTime(() -> aggregates.trends(query));
        return trends == null
                ? List.of()
                : trends.items().stream()
                        .map(one -> new FrontView.Rising(
                                one.label(),
                                Addresses.entity(one.value()),
                                EntityView.articles(one.recent()) + " in two days, " + EntityView.articles(one.past())
                                        + " in the twelve before"))
                        .toList();
    }
}
