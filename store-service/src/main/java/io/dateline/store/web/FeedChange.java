package io.dateline.store.web;

import java.util.List;

/**
 * The form that changes a feed.
 *
 * @param title    what the feed is called, or its id where only that is known
 * @param href     of the feed's own page
 * @param fullText when the page of an item is fetched: {@code never}, {@code when-short} or {@code always}
 * @param tags     one a line
 * @param trouble  why the last try was refused, or null
 */
public record FeedChange(
        String title,
        String href,
        String url,
        String name,
        String interval,
        String fullText,
        String tags,
        IngestFailure trouble) {
    /** What can be chosen. */
    private static final List<Mode> MODES = List.of(
            new Mode("never", "never"),
            new Mode("when-short", "when the feed's is short"),
            new Mode("always", "always"));

    /** A way to come by full text, and its name for readers. */
    public record Mode(String value, String words) {}

    static FeedChange of(IngestFeed feed) {
        return new FeedChange(
                feed.name(),
                FeedPaths.feed(feed.id()),
                feed.url(),
                feed.name(),
                feed.interval() == null ? "" : feed.interval(),
                feed.fullText() == null ? "never" : feed.fullText(),
                String.join("\n", feed.tags()),
                null);
    }

    /** As it was typed; what was not sent is empty. */
    static FeedChange refused(
            String id, String url, String name, String interval, String fullText, String tags, IngestFailure trouble) {
        return new FeedChange(
                name == null || name.isBlank() ? id : name,
                FeedPaths.feed(id),
                typed(url),
                typed(name),
                typed(interval),
                typed(fullText),
                typed(tags),
                trouble);
    }

    private static String typed(String value) {
        return value == null ? "" : value;
    }

    public List<Mode> modes() {
        return MODES;
    }
}
