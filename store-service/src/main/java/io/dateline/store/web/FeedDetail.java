package io.dateline.store.web;

import io.dateline.contracts.status.FeedStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The page of one feed.
 *
 * @param feed     how it fares
 * @param settings and what else ingest alone knows, or null while it cannot be asked
 * @param polls    newest first; never null
 * @param days     newest first; never null
 * @param articles the newest of its source; never null
 * @param desk     whether it can be changed, and what was
 */
public record FeedDetail(
        FeedView feed,
        Settings settings,
        List<Poll> polls,
        List<Day> days,
        List<StoryView> articles,
        FeedsView.Desk desk) {

    /** Days shown. */
    private static final int DAYS = 14;

    /**
     * @param interval   shortest time between polls, in words, or null
     * @param fullText   when an item's page is fetched, or null
     * @param search     address of the search for what its source brought
     * @param lastWell   newest poll that got the feed, or null where none of those told did
     * @param link       its address, where a browser may follow it, else null
     */
    public record Settings(
            String source,
            String search,
            String interval,
            String fullText,
            boolean paused,
            Moment created,
            Moment lastWell,
            String link,
            List<String> tags) {}

    /** @param status of the answer, or null where there was none */
    public record Poll(
            Moment at,
            String outcome,
            boolean well,
            String status,
            String items,
            String fresh,
            String size,
            String took) {}

    /** @param items what became of how many */
    public record Day(String day, Map<String, String> items) {}

    static FeedDetail of(
            IngestFeed feed, IngestHistory history, List<StoryView> articles, FeedsView.Desk desk, Instant now) {
        Settings settings = new Settings(
                feed.source(),
                SearchUrl.to("source", feed.source()),
                interval(feed.interval()),
                feed.fullText(),
                feed.paused(),
                Moment.of(feed.createdAt(), now),
                Moment.of(history.lastWell().orElse(null), now),
                feed.url().startsWith("https://") || feed.url().startsWith("http://") ? feed.url() : null,
                feed.tags());
        return new FeedDetail(
                FeedView.of(feed.status(now), now),
                settings,
                history.polls().stream().map(poll -> poll(poll, now)).toList(),
                history.days().stream().limit(DAYS).map(FeedDetail::day).toList(),
                articles,
                desk);
    }

    /** As the status topic tells of it: without what ingest alone knows. */
    static FeedDetail told(FeedStatus feed, FeedsView.Desk desk, Instant now) {
        return new FeedDetail(FeedView.told(feed, now), null, List.of(), List.of(), List.of(), desk);
    }

    private static Poll poll(IngestHistory.Poll poll, Instant now) {
        return new Poll(
                Moment.of(poll.at(), now),
                poll.outcome(),
                poll.well(),
                poll.status() == null ? null : poll.status().toString(),
                Figures.number(poll.items()),
                Figures.number(poll.fresh()),
                Figures.bytes(poll.bytes()),
                Figures.duration((double) poll.durationMs()));
    }

    private static Day day(IngestHistory.Day day) {
        Map<String, String> items = new TreeMap<>();
        day.items().forEach((what, count) -> items.put(what.replace(":", ": "), Figures.number(count)));
        return new Day(day.day().toString(), items);
    }

    /** {@code 5 min}; as it stands where it is no duration. */
    private static String interval(String iso) {
        if (iso == null) {
            return null;
        }
        try {
            return Figures.duration((double) Duration.parse(iso).toMillis());
        } catch (DateTimeParseException e) {
            return iso;
        }
    }
}
