package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.store.query.Bucket;
import io.dateline.store.query.Interval;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeBarsTest {
    private static final SearchUrl SEARCH = SearchUrl.EMPTY.with("q", "peace");

    @Test
    void drawsOneBarForEachDayWithArticlesAndLeavesTheOthersOut() {
        // When
        TimeBars bars = TimeBars.of(
                List.of(bucket("2026-11-20T00:00:00Z", 4), bucket("2026-11-23T00:00:00Z", 1)), Interval.DAY, SEARCH);

        // Then
        assertThat(bars.width()).isEqualTo(40);
        assertThat(bars.bars()).hasSize(2);
        assertThat(bars.bars().get(0))
                .isEqualTo(new TimeBars.Bar(
                        1, 0, 60, "20 Nov 2026: 4 articles", "/search?q=peace&from=2026-11-20&to=2026-11-20"));
        assertThat(bars.bars().get(1))
                .isEqualTo(new TimeBars.Bar(
                        31, 45, 15, "23 Nov 2026: 1 article", "/search?q=peace&from=2026-11-23&to=2026-11-23"));
        assertThat(List.of(bars.first(), bars.last(), bars.most()))
                .containsExactly("20 Nov 2026", "23 Nov 2026", "at most 4 articles in a day");
    }

    @Test
    void namesMonthsAndHoursByTheirWholeSpan() {
        // When
        TimeBars months = TimeBars.of(
                List.of(bucket("2024-01-01T00:00:00Z", 1), bucket("2024-03-01T00:00:00Z", 1)), Interval.MONTH, SEARCH);
        TimeBars hours = TimeBars.of(
                List.of(bucket("2026-11-20T05:00:00Z", 1), bucket("2026-11-20T08:00:00Z", 1)), Interval.HOUR, SEARCH);

        // Then
        assertThat(months.bars().get(0).href()).isEqualTo("/search?q=peace&from=2024-01-01&to=2024-01-31");
        assertThat(months.first()).isEqualTo("Jan 2024");
        assertThat(hours.bars().get(0).href())
                .isEqualTo("/search?q=peace&from=2026-11-20T05%3A00%3A00Z&to=2026-11-20T06%3A00%3A00Z");
        assertThat(hours.most()).isEqualTo("at most 1 article in an hour");
    }

    @Test
    void putsDaysTogetherWhereTheyAreMoreThanBars() {
        // Given
        Instant begin = Instant.parse("2026-01-01T00:00:00Z");

        // When
        TimeBars fits = daily(begin, TimeBars.BARS);
        TimeBars doubled = daily(begin, TimeBars.BARS + 1);

        // Then
        assertThat(fits.bars()).hasSize(TimeBars.BARS);
        assertThat(doubled.bars()).hasSize(25);
        assertThat(doubled.first()).isEqualTo("1 Jan 2026");
        assertThat(doubled.bars().get(0).title()).isEqualTo("1 Jan 2026 to 2 Jan 2026: 2 articles");
        assertThat(doubled.bars().get(0).href()).endsWith("from=2026-01-01&to=2026-01-02");
        assertThat(doubled.most()).isEqualTo("at most 2 articles in 2 days");
        assertThat(doubled.last()).isEqualTo("18 Feb 2026");
        assertThat(doubled.bars().get(24).href()).endsWith("from=2026-02-18&to=2026-02-18");
    }

    @Test
    void drawsNothingWhereThereIsNothingToCompare() {
        assertThat(TimeBars.of(List.of(), Interval.DAY, SEARCH)).isNull();
        assertThat(TimeBars.of(List.of(bucket("2026-11-20T00:00:00Z", 9)), Interval.DAY, SEARCH))
                .isNull();
        assertThat(daily(Instant.parse("2026-11-20T00:00:00Z"), 2)).isNull();
        assertThat(daily(Instant.parse("2026-11-20T00:00:00Z"), 3)).isNotNull();
    }

    private static TimeBars daily(Instant begin, int days) {
        return TimeBars.of(
                IntStream.range(0, days)
                        .mapToObj(day -> new Bucket(begin.plus(day, ChronoUnit.DAYS), 1))
                        .toList(),
                Interval.DAY,
                SEARCH);
    }

    private static Bucket bucket(String from, long count) {
        return new Bucket(Instant.parse(from), count);
    }
}
