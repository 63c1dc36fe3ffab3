package io.dateline.store.ops;

import io.dateline.contracts.status.ServiceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an instance has counted within a day, of reports that count since its start: the difference between the newest and
 * one of an hour that is a day old. Of an instance that began before it was first heard of it is what came since then.
 * Not thread-safe.
 */
final class DailyCounts {
    private static final Duration STEP = Duration.ofHours(1);

    private final Deque<ServiceStatus> hourly = new ArrayDeque<>();
    private ServiceStatus newest;

    /** Reports in the order of their times. */
    void accept(ServiceStatus status) {
        boolean restarted = newest != null && status.at().isBefore(newest.at());
        if (restarted) {
            // Its clock was set back.
            hourly.clear();
        }
        newest = status;
        if (hourly.isEmpty() || !status.at().isBefore(hourly.getLast().at().plus(STEP))) {
            hourly.addLast(status);
        }
        while (hourly.size() > 2 && second().at().isBefore(status.at().minus(StatusBoard.REMEMBERED))) {
            hourly.removeFirst();
        }
    }

    /** What was counted before and not since is not in it. */
    List<ServiceStatus.Counter> counters(Instant now) {
        Instant from = now.minus(StatusBoard.REMEMBERED);
        Map<ServiceStatus.Counter, Long> before = new HashMap<>();
        if (newest.startedAt().isBefore(from)) {
            ServiceStatus base = hourly.getFirst();
            for (ServiceStatus one : hourly) {
                base = one.at().isAfter(from) ? base : one;
            }
            base.counters().forEach(counter -> before.put(key(counter), counter.count()));
        }
        List<ServiceStatus.Counter> counters = new ArrayList<>();
        for (ServiceStatus.Counter counter : newest.counters()) {
            long count = counter.count() - before.getOrDefault(key(counter), 0L);
            if (count > 0 || counter.count() == 0) {
                counters.add(new ServiceStatus.Counter(counter.lane(), counter.outcome(), counter.reason(), count));
            }
        }
        return counters;
    }

    private static ServiceStatus.Counter key(ServiceStatus.Counter counter) {
        return new ServiceStatus.Counter(counter.lane(), counter.outcome(), counter.reason(), 0);
    }

    private ServiceStatus second() {
        var all = hourly.iterator();
        all.next();
        return all.next();
    }
}
