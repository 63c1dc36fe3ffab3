package io.dateline.store.web;

import io.dateline.store.query.AggregateQueries;
import io.dateline.store.query.Bucket;
import io.dateline.store.query.HistogramQuery;
import io.dateline.store.query.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/** How many articles of a search there were when, in spans that suit how long it is. */
@ApplicationScoped
public class Timelines {
    /** What orders and pages a search, and does not count here. */
    private static final List<String> PAGING = List.of("sort", "limit", "cursor", "facets", "highlight");

    private static final Duration LATELY = Duration.ofDays(30);
    private static final Duration HOURS_UNTIL = Duration.ofDays(3);
    private static final Duration DAYS_UNTIL = Duration.ofDays(700);

    private final AggregateQueries aggregates;
    private final InstantSource clock;

    Timelines(AggregateQueries aggregates, InstantSource clock) {
        this.aggregates = aggregates;
        this.clock = clock;
    }

    /**
     * Null where there is nothing to compare, or counting would take too long.
     *
     * @param many whether more than can be counted in no time: then without dates the last 30 days alone are shown
     */
    TimeBars of(SearchUrl asked, boolean many) {
        SearchUrl search = asked;
        for (String name : PAGING) {
            search = search.without(name);
        }
        if (many && search.value("from").isEmpty()) {
            if (!search.value("to").isEmpty()) {
                return null;
            }
            search = search.with(
                    "from",
                    clock.instant()
                            .minus(LATELY)
                            .atZone(ZoneOffset.UTC)
                            .toLocalDate()
                            .toString());
        }
        SearchUrl counted = search;
        return Extra.inTime(() -> bars(counted));
    }

    private TimeBars bars(SearchUrl search) {
        Interval interval = Interval.MONTH;
        List<Bucket> buckets = count(search, interval);
        if (!buckets.isEmpty() && span(buckets).compareTo(DAYS_UNTIL) < 0) {
            interval = Interval.DAY;
            buckets = count(search, interval);
            if (span(buckets).compareTo(HOURS_UNTIL) < 0) {
                interval = Interval.HOUR;
                buckets = count(search, interval);
            }
        }
        return TimeBars.of(buckets, interval, search);
    }

    private List<Bucket> count(SearchUrl search, Interval interval) {
        return aggregates
                .histogram(HistogramQuery.parse(
                        search.with("interval", interval.parameter()).parameters()))
                .items();
    }

    private static Duration span(List<Bucket> buckets) {
        return Duration.between(
                buckets.get(0).from(), buckets.get(buckets.size() - 1).from());
    }
}
