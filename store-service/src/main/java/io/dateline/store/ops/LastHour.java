package io.dateline.store.ops;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The last sixty minutes as this instance saw them, in memory alone: for a glance at where things go. Thread-safe. */
final class LastHour {
    static final int MINUTES = 60;

    private final Deque<OpsMinute> minutes = new ArrayDeque<>();
    private Map<String, Long> errors = Map.of();
    /** The minute it began in, whose errors would be all that were ever told of. */
    private Instant first;

    synchronized void note(OpsSnapshot snapshot) {
        Instant minute = snapshot.at().truncatedTo(ChronoUnit.MINUTES);
        first = first == null ? minute : first;
        Map<String, Long> now = new HashMap<>();
        Map<String, OpsMinute.Stage> stages = new HashMap<>();
        for (OpsSnapshot.Stage lane : snapshot.stages()) {
            now.merge(lane.stage(), bad(lane), Long::sum);
            if (lane.lane().equals("live")) {
                long waiting = lane.lag() == null ? 0 : lane.lag();
                stages.put(lane.stage(), new OpsMinute.Stage(lane.ratePerSecond(), waiting, 0));
            }
        }
        // Sums are of 24 hours: they fall when an hour leaves them.
        now.forEach((stage, sum) -> stages.merge(
                stage,
                new OpsMinute.Stage(0, 0, Math.max(0, sum - errors.getOrDefault(stage, sum))),
                OpsMinute.Stage::and));
        errors = now;
        if (!minute.equals(first)) {
            add(minute, stages);
        }
    }

    private void add(Instant minute, Map<String, OpsMinute.Stage> stages) {
        if (!minutes.isEmpty() && minutes.getLast().at().equals(minute)) {
            minutes.removeLast().stages().forEach((stage, before) -> stages.merge(stage, before, OpsMinute.Stage::and));
        }
        minutes.addLast(new OpsMinute(minute, Map.copyOf(stages)));
        while (minutes.getFirst().at().isBefore(minute.minus(MINUTES - 1, ChronoUnit.MINUTES))) {
            minutes.removeFirst();
        }
    }

    /** Oldest first; those it saw nothing in are not there. */
    synchronized List<OpsMinute> minutes() {
        return List.copyOf(minutes);
    }

    private static long bad(OpsSnapshot.Stage lane) {
        return lane.counters().stream()
                .filter(OpsSnapshot.Counter::bad)
                .mapToLong(OpsSnapshot.Counter::count)
                .sum();
    }
}
