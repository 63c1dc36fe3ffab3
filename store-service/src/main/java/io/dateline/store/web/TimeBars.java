package io.dateline.store.web;

import io.dateline.store.query.Bucket;
import io.dateline.store.query.Interval;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Articles over time as bars, each a link to the search for its span. Drawn {@value #STEP} units to a bar and
 * {@value #HEIGHT} high; the page stretches them.
 *
 * @param bars  of spans that have articles, oldest first; never null
 * @param width of all, those without articles too
 * @param first when the first bar begins; never null
 * @param last  the last hour, day or month; never null
 * @param most  articles of the highest bar, and the span it stands for, in words; never null
 */
public record TimeBars(List<Bar> bars, int width, String first, String last, String most) {
    static final int BARS = 48;
    static final int FEWEST = 3;
    static final int STEP = 10;
    static final int HEIGHT = 60;
    /** Pixels to a unit of the drawing, at most. */
    private static final int WIDEST = 4;

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    /** @param title span and articles, in words; never null */
    public record Bar(int x, int y, int height, String title, String href) {}

    /** In pixels, where there is room: few bars would become walls. */
    public int wide() {
        return width * WIDEST;
    }

    /**
     * Null where the articles are of one span or two neighbours: there is nothing to compare.
     *
     * @param buckets oldest first; where they cover more than {@value #BARS} spans, several make a bar
     * @param base    the search that each bar narrows to its span
     */
    static TimeBars of(List<Bucket> buckets, Interval interval, SearchUrl base) {
        if (buckets.isEmpty()) {
            return null;
        }
        Scale scale = new Scale(
                unit(interval),
                buckets.get(0).from(),
                buckets.get(buckets.size() - 1).from());
        if (scale.spans() < FEWEST) {
            return null;
        }
        long[] counts = new long[scale.bars()];
        buckets.forEach(bucket -> counts[scale.bar(bucket.from())] += bucket.count());
        long most = 1;
        for (long count : counts) {
            most = Math.max(most, count);
        }
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                int height = (int) Math.max(2, HEIGHT * counts[i] / most);
                String title = scale.name(i, interval) + ": " + articles(counts[i]);
                bars.add(new Bar(i * STEP + 1, HEIGHT - height, height, title, scale.address(i, interval, base)));
            }
        }
        return new TimeBars(
                List.copyOf(bars),
                counts.length * STEP,
                format(interval).format(scale.from(0)),
                format(interval).format(scale.last(counts.length - 1)),
                "at most " + articles(most) + " " + scale.span(interval));
    }

    private static String articles(long count) {
        return count == 1 ? "1 article" : Figures.number(count) + " articles";
    }

    private static DateTimeFormatter format(Interval interval) {
        return switch (interval) {
            case HOUR -> HOUR;
            case DAY -> DAY;
            case MONTH -> MONTH;
        };
    }

    private static ChronoUnit unit(Interval interval) {
        return switch (interval) {
            case HOUR -> ChronoUnit.HOURS;
            case DAY -> ChronoUnit.DAYS;
            case MONTH -> ChronoUnit.MONTHS;
        };
    }

    /** Which bar an instant falls into, and which instants a bar stands for. */
    private record Scale(ChronoUnit unit, ZonedDateTime begin, long spans) {
        Scale(ChronoUnit unit, Instant first, Instant last) {
            this(
                    unit,
                    first.atZone(ZoneOffset.UTC),
                    unit.between(first.atZone(ZoneOffset.UTC), last.atZone(ZoneOffset.UTC)) + 1);
        }

        long step() {
            return (spans + BARS - 1) / BARS;
        }

        int bars() {
            return (int) ((spans + step() - 1) / step());
        }

        int bar(Instant instant) {
            return (int) (unit.between(begin, instant.atZone(ZoneOffset.UTC)) / step());
        }

        ZonedDateTime from(int bar) {
            return begin.plus(bar * step(), unit);
        }

        /** The last span of a bar; the last bar ends with the last article. */
        ZonedDateTime last(int bar) {
            return begin.plus(Math.min((bar + 1) * step(), spans) - 1, unit);
        }

        String name(int bar, Interval interval) {
            String from = format(interval).format(from(bar));
            return from(bar).equals(last(bar))
                    ? from
                    : from + " to " + format(interval).format(last(bar));
        }

        String span(Interval interval) {
            return step() == 1
                    ? "in " + (interval == Interval.HOUR ? "an " : "a ") + interval.parameter()
                    : "in " + step() + " " + interval.parameter() + "s";
        }

        String address(int bar, Interval interval, SearchUrl base) {
            ZonedDateTime end = last(bar).plus(1, unit);
            SearchUrl open = base.without("from").without("to").without("cursor");
            return interval == Interval.HOUR
                    ? open.with("from", from(bar).toInstant().toString())
                            .with("to", end.toInstant().toString())
                            .toString()
                    : open.with("from", from(bar).toLocalDate().toString())
                            .with("to", end.toLocalDate().minusDays(1).toString())
                            .toString();
        }
    }
}
