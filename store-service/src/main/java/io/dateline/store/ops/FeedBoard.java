package io.dateline.store.ops;

import io.dateline.contracts.status.FeedStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The last word on each feed. Thread-safe. */
final class FeedBoard {
    private final Map<String, FeedStatus> feeds = new ConcurrentHashMap<>();

    void accept(FeedStatus status) {
        feeds.put(status.feedId(), status);
    }

    void forget(String feedId) {
        feeds.remove(feedId);
    }

    OpsSnapshot.Feeds feeds() {
        List<FeedStatus> all = List.copyOf(feeds.values());
        List<FeedStatus> troubled = all.stream()
                .filter(feed -> feed.state() == FeedStatus.State.FAILING || feed.state() == FeedStatus.State.SILENT)
                .sorted(Comparator.comparing(FeedStatus::since).thenComparing(FeedStatus::feedId))
                .toList();
        return new OpsSnapshot.Feeds(
                all.size(),
                count(all, FeedStatus.State.OK),
                count(all, FeedStatus.State.FAILING),
                count(all, FeedStatus.State.SILENT),
                count(all, FeedStatus.State.PAUSED),
                troubled);
    }

    private static int count(List<FeedStatus> feeds, FeedStatus.State state) {
        return (int) feeds.stream().filter(feed -> feed.state() == state).count();
    }
}
