package io.dateline.store.ops;

import io.dateline.contracts.status.FeedStatus;
import io.dateline.contracts.status.FeedStatus.State;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The last word on each feed. Thread-safe. */
final class FeedBoard {
    private static final Set<State> TROUBLED = EnumSet.of(State.FAILING, State.SILENT, State.FLOODING, State.CHANGED);
    private static final int TROUBLED_SHOWN = 100;
    /** What somebody should look at comes first, what somebody wanted so comes last; in one state the longest first. */
    private static final List<State> BY_TROUBLE =
            List.of(State.FAILING, State.SILENT, State.FLOODING, State.CHANGED, State.PARKED, State.OK, State.PAUSED);

    private static final Comparator<FeedStatus> WORST_FIRST = Comparator.<FeedStatus>comparingInt(
                    feed -> BY_TROUBLE.indexOf(feed.state()))
            .thenComparing(FeedStatus::since)
            .thenComparing(FeedStatus::feedId);

    private final Map<String, FeedStatus> feeds = new ConcurrentHashMap<>();

    void accept(FeedStatus status) {
        feeds.put(status.feedId(), status);
    }

    void forget(String feedId) {
        feeds.remove(feedId);
    }

    OpsSnapshot.Feeds feeds() {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        feeds.values().forEach(feed -> counts.merge(feed.state(), 1, Integer::sum));
        return new OpsSnapshot.Feeds(
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                counts.getOrDefault(State.OK, 0),
                counts.getOrDefault(State.FAILING, 0),
                counts.getOrDefault(State.SILENT, 0),
                counts.getOrDefault(State.FLOODING, 0),
                counts.getOrDefault(State.CHANGED, 0),
                counts.getOrDefault(State.PARKED, 0),
                counts.getOrDefault(State.PAUSED, 0),
                in(TROUBLED, "", TROUBLED_SHOWN));
    }

    Optional<FeedStatus> feed(String id) {
        return Optional.ofNullable(feeds.get(id));
    }

    Optional<FeedStatus> at(String url) {
        return feeds.values().stream().filter(feed -> feed.url().equals(url)).findFirst();
    }

    /**
     * @param states none for every state
     * @param text   empty for all
     */
    List<FeedStatus> in(Set<State> states, String text, int most) {
        String part = text.toLowerCase(Locale.ROOT);
        return feeds.values().stream()
                .filter(feed -> states.isEmpty() || states.contains(feed.state()))
                .filter(feed -> feed.name().toLowerCase(Locale.ROOT).contains(part)
                        || feed.url().toLowerCase(Locale.ROOT).contains(part))
                .sorted(WORST_FIRST)
                .limit(most)
                .toList();
    }
}
