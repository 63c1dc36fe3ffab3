package io.dateline.store.web;

import io.dateline.contracts.status.FeedStatus;
import io.dateline.contracts.status.FeedStatus.State;
import io.dateline.store.ops.OpsSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The feeds of one state, or all.
 *
 * @param total  feeds there are
 * @param states every state that has some, with how many
 * @param feeds  longest in their state first, never null
 * @param more   whether there are more than are shown
 */
public record FeedsView(int total, List<StateView> states, List<FeedView> feeds, boolean more) {
    /** Rows of the page. */
    static final int SHOWN = 500;

    /** @param current whether the page shows these */
    public record StateView(String name, String dot, String count, String url, boolean current) {}

    /** @param asked null for all */
    static FeedsView of(OpsSnapshot.Feeds counts, State asked, List<FeedStatus> feeds, Instant now) {
        Map<State, Integer> byState = Map.of(
                State.OK, counts.ok(),
                State.FAILING, counts.failing(),
                State.SILENT, counts.silent(),
                State.FLOODING, counts.flooding(),
                State.CHANGED, counts.changed(),
                State.PARKED, counts.parked(),
                State.PAUSED, counts.paused());
        return new FeedsView(
                counts.total(),
                Stream.of(State.values())
                        .filter(state -> byState.get(state) > 0 || state == asked)
                        .map(state -> state(state, byState.get(state), state == asked))
                        .toList(),
                feeds.stream().limit(SHOWN).map(feed -> FeedView.of(feed, now)).toList(),
                feeds.size() > SHOWN);
    }

    private static StateView state(State state, int count, boolean current) {
        String name = state.name().toLowerCase(Locale.ROOT);
        String url = current ? "/feeds" : "/feeds?state=" + name;
        return new StateView(name, FeedView.dot(state), Figures.number(count), url, current);
    }
}
