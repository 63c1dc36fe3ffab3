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
 * The feeds of one state, or all, whose name or address holds a text.
 *
 * @param total  feeds there are
 * @param states every state that has some, with how many
 * @param asked  the state asked for, empty for all
 * @param text   asked for, empty for all
 * @param feeds  those in trouble first, never null
 * @param more   whether there are more than are shown
 * @param desk   whether feeds can be changed, and what was
 */
public record FeedsView(
        int total, List<StateView> states, String asked, String text, List<FeedView> feeds, boolean more, Desk desk) {
    /** Rows of the page. */
    static final int SHOWN = 500;

    /** @param current whether the page shows these */
    public record StateView(String name, String dot, String count, String url, boolean current) {}

    /**
     * @param configured whether anybody said where ingest is
     * @param trouble    why nothing can be changed right now, or null
     * @param done       what was just done, or null
     */
    public record Desk(boolean configured, IngestFailure trouble, String done) {
        /** Whether the page shows what changes something. */
        public boolean open() {
            return configured && trouble == null;
        }
    }

    /**
     * What ingest said to a first question.
     *
     * @param feeds by id, as many as it told at once; never null
     */
    record Glance(Desk desk, Map<String, FeedStatus> feeds) {
        /** As ingest says, where it did: the status topic tells of an unchanged feed once an hour only. */
        private FeedView view(FeedStatus told, Instant now) {
            FeedStatus said = feeds.get(told.feedId());
            return said == null ? FeedView.told(told, now) : FeedView.of(said, now);
        }
    }

    /** Whether some are shown as the status topic told last. */
    public boolean told() {
        return feeds.stream().anyMatch(feed -> feed.told() != null);
    }

    /** @param asked null for all */
    static FeedsView of(
            OpsSnapshot.Feeds counts, State asked, String text, List<FeedStatus> feeds, Glance glance, Instant now) {
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
                        .map(state -> state(state, byState.get(state), state == asked, text))
                        .toList(),
                asked == null ? "" : name(asked),
                text,
                feeds.stream().limit(SHOWN).map(feed -> glance.view(feed, now)).toList(),
                feeds.size() > SHOWN,
                glance.desk());
    }

    private static StateView state(State state, int count, boolean current, String text) {
        String url = FeedPaths.list(current ? "" : name(state), text);
        return new StateView(name(state), FeedView.dot(state), Figures.number(count), url, current);
    }

    static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
