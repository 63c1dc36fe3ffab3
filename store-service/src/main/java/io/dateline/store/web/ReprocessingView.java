package io.dateline.store.web;

import io.dateline.store.reprocess.Reprocessing;
import io.dateline.store.reprocess.Reprocessing.State;
import io.dateline.store.reprocess.ReprocessingReport;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The page of one reprocessing.
 *
 * @param found    the tags that came back, by version of the enrichment; never null
 * @param operates whether the reader may do something about it
 * @param stops    whether it can be told to send no more
 * @param back     whether it can be told to show again what was shown before
 * @param done     what was just done, or null
 * @param problem  why it was not, or null
 * @param report   what its tags would change, or did; null where nobody asked
 */
public record ReprocessingView(
        ReprocessingLine one,
        List<Found> found,
        boolean operates,
        boolean stops,
        boolean back,
        String done,
        String problem,
        Report report) {
    private static final Set<State> SWITCHES = EnumSet.of(State.SENT, State.STOPPED, State.SWITCHED);
    private static final Set<State> BACK = EnumSet.of(State.SWITCHED, State.SWITCHING);

    /**
     * @param articles how many came back with its tags, in words
     * @param shown    whether it is the one that was last switched to
     * @param switches whether it can be switched to
     * @param report   address of the page with what it would change
     */
    public record Found(String version, String articles, boolean shown, boolean switches, String report) {}

    /** @param compared how many articles, in words */
    public record Report(
            String version, String compared, String differing, List<Kind> kinds, List<Tag> added, List<Tag> lost) {}

    public record Kind(String name, String added, String lost, String changed, String same) {}

    public record Tag(String kind, String label, String articles) {}

    /** @param report null where nobody asked */
    static ReprocessingView of(
            Reprocessing one, ReprocessingReport report, boolean operates, String done, String problem, Instant now) {
        return new ReprocessingView(
                ReprocessingLine.of(one, now),
                one.versions().stream().map(found -> found(one, found)).toList(),
                operates,
                one.state() == State.SENDING,
                BACK.contains(one.state()),
                done,
                problem,
                report == null ? null : report(report));
    }

    private static Found found(Reprocessing one, Reprocessing.Found found) {
        boolean current = found.version().equals(one.version());
        boolean shown = current && one.state() == State.SWITCHED;
        return new Found(
                found.version(),
                Figures.number(found.articles()) + (found.more() ? " or more" : ""),
                shown,
                SWITCHES.contains(one.state()) && !shown,
                ReprocessingPages.ALL + "/" + one.id() + "?report=" + DeadPaths.encoded(found.version()));
    }

    private static Report report(ReprocessingReport report) {
        return new Report(
                report.version(),
                report.approximate()
                        ? "a sample of " + Figures.number(report.articles())
                        : "all " + Figures.number(report.articles()),
                Figures.number(report.differing()),
                report.kinds().entrySet().stream()
                        .map(kind -> new Kind(
                                kind.getKey(),
                                Figures.number(kind.getValue().added()),
                                Figures.number(kind.getValue().lost()),
                                Figures.number(kind.getValue().changed()),
                                Figures.number(kind.getValue().same())))
                        .toList(),
                report.added().stream().map(ReprocessingView::tag).toList(),
                report.lost().stream().map(ReprocessingView::tag).toList());
    }

    private static Tag tag(ReprocessingReport.Counted counted) {
        return new Tag(
                counted.kind(),
                counted.label() == null ? counted.value() : counted.label(),
                Figures.number(counted.articles()));
    }
}
