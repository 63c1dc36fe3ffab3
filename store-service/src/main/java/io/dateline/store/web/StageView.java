package io.dateline.store.web;

import io.dateline.contracts.ops.MetricNames;
import io.dateline.store.ops.OpsMinute;
import io.dateline.store.ops.OpsSnapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One stage of the pipeline as the dashboard pictures it.
 *
 * @param state    {@code up}, {@code down} (heard of in the last day, silent now) or {@code none} (never heard of)
 * @param seen     when it was last heard of, where it is down
 * @param hour     figures over the last hour; never null, empty while there is less than a minute to show
 * @param outcomes what became of articles on either lane, most frequent first; never null
 */
public record StageView(
        String name,
        String task,
        String state,
        int instances,
        Moment seen,
        LaneView live,
        LaneView bulk,
        List<Spark> hour,
        List<Outcome> outcomes) {

    /**
     * @param waiting null where the stage reads no topic or nobody knows
     * @param oldest  how long the oldest of them has waited, or null where none waits or nobody knows
     * @param p50     null where nothing was timed
     */
    public record LaneView(
            String rate, String waiting, String oldest, boolean behind, String p50, String p99, boolean busy) {}

    /** Articles that came to a bad end in the last 24 hours, on either lane. */
    public long errors() {
        return outcomes.stream().filter(Outcome::bad).mapToLong(Outcome::sum).sum();
    }

    public record Outcome(String lane, String outcome, String reason, String count, boolean bad, long sum) {}

    private static final long BEHIND = 1_000;

    static StageView of(String stage, OpsSnapshot snapshot, List<OpsMinute> lastHour) {
        List<OpsSnapshot.Stage> lanes = snapshot.stages().stream()
                .filter(lane -> lane.stage().equals(stage))
                .toList();
        int instances =
                lanes.stream().mapToInt(OpsSnapshot.Stage::instances).max().orElse(0);
        Optional<Instant> seen = snapshot.instances().stream()
                .filter(instance -> instance.service().equals(stage))
                .map(OpsSnapshot.Instance::lastSeenAt)
                .max(Comparator.naturalOrder());
        String silent = seen.isPresent() ? "down" : "none";
        return new StageView(
                stage,
                task(stage),
                instances > 0 ? "up" : silent,
                instances,
                Moment.of(seen.orElse(null), snapshot.at()),
                lane(lanes, "live"),
                lane(lanes, "bulk"),
                Spark.of(stage, lastHour, snapshot.at()),
                lanes.stream()
                        .flatMap(StageView::outcomes)
                        .sorted(Comparator.comparingLong(Outcome::sum).reversed())
                        .toList());
    }

    private static String task(String stage) {
        return switch (stage) {
            case "ingest" -> "takes in feeds, wire files and pushes";
            case "enrich" -> "finds language, names, places and topics";
            default -> "keeps articles and answers questions";
        };
    }

    private static LaneView lane(List<OpsSnapshot.Stage> lanes, String name) {
        return lanes.stream()
                .filter(lane -> lane.lane().equals(name))
                .findFirst()
                .map(lane -> new LaneView(
                        Figures.rate(lane.ratePerSecond()),
                        lane.lag() == null ? null : Figures.number(lane.lag()),
                        oldest(lane),
                        lane.lag() != null && lane.lag() >= BEHIND,
                        Figures.duration(timed(lane.p50Ms())),
                        Figures.duration(timed(lane.p99Ms())),
                        lane.ratePerSecond() > 0 || lane.lag() != null && lane.lag() > 0))
                .orElse(new LaneView("0", null, null, false, null, null, false));
    }

    private static String oldest(OpsSnapshot.Stage lane) {
        // It is looked up more seldom than what waits, which may be none by now.
        return lane.oldestMs() == null
                        || lane.oldestMs() == 0
                        || Long.valueOf(0).equals(lane.lag())
                ? null
                : Figures.duration(lane.oldestMs().doubleValue());
    }

    /** A timer whose window of two minutes has run empty reports zero, which no article ever took. */
    private static Double timed(Double milliseconds) {
        return milliseconds == null || milliseconds == 0 ? null : milliseconds;
    }

    private static Stream<Outcome> outcomes(OpsSnapshot.Stage lane) {
        return lane.counters().stream()
                .map(counter -> new Outcome(
                        lane.lane(),
                        counter.outcome(),
                        MetricNames.NO_REASON.equals(counter.reason()) ? null : counter.reason(),
                        Figures.number(counter.count()),
                        counter.bad(),
                        counter.count()));
    }
}
