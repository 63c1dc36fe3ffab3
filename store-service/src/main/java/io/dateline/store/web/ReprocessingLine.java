package io.dateline.store.web;

import io.dateline.store.reprocess.Reprocessing;
import io.dateline.store.reprocess.Reprocessing.State;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * A reprocessing as the pages tell of it.
 *
 * @param articles address of the search for the articles it is about
 * @param query    that search, empty for all articles
 * @param dot      class of the mark beside its state
 * @param state    in words; never null
 * @param going    whether a step of it is due, unless it is paused
 * @param progress how many were sent and switched; never null
 * @param trouble  why the last step came to nothing and is tried again, or null
 */
public record ReprocessingLine(
        long id,
        String articles,
        String query,
        String dot,
        String state,
        boolean going,
        boolean paused,
        String rate,
        String progress,
        String trouble,
        Moment created,
        Moment changed) {
    private static final Set<State> GOING = EnumSet.of(State.SENDING, State.SWITCHING, State.SWITCHING_BACK);

    public String href() {
        return ReprocessingPages.ALL + "/" + id;
    }

    static ReprocessingLine of(Reprocessing one, Instant now) {
        boolean going = GOING.contains(one.state());
        return new ReprocessingLine(
                one.id(),
                "/search" + (one.query().isEmpty() ? "" : "?" + one.query()),
                one.query(),
                dot(one, going),
                words(one.state()) + (going && one.paused() ? ", paused" : ""),
                going,
                going && one.paused(),
                Figures.number(one.rate()) + " per second",
                Figures.number(one.sent()) + " sent"
                        + (one.switched() > 0 ? ", " + Figures.number(one.switched()) + " switched" : ""),
                one.trouble(),
                Moment.of(one.createdAt(), now),
                Moment.of(one.changedAt(), now));
    }

    private static String dot(Reprocessing one, boolean going) {
        if (one.trouble() != null) {
            return "bad";
        }
        return going && !one.paused() ? "good" : "none";
    }

    private static String words(State state) {
        return state == State.SWITCHING_BACK ? "switching back" : state.label();
    }
}
