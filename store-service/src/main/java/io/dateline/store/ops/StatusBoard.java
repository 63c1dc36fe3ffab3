package io.dateline.store.ops;

import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.status.ServiceStatus;
import io.dateline.contracts.topic.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** What the instances report of themselves, summed up by stage and lane. Thread-safe. */
final class StatusBoard {
    static final Duration ALIVE = Duration.ofSeconds(15);
    static final Duration REMEMBERED = Duration.ofHours(24);
    /** A rate is taken over this long, or what is known of it. */
    static final Duration RATE_WINDOW = Duration.ofSeconds(15);

    private static final List<String> STAGES = List.of("ingest", "enrich", "store");

    private final Map<String, Deque<ServiceStatus>> reports = new TreeMap<>();
    private final Map<String, DailyCounts> daily = new HashMap<>();

    /** A report that is no newer than what is known of its instance tells nothing: this one's own come back by Kafka. */
    synchronized void accept(ServiceStatus status) {
        Deque<ServiceStatus> known = reports.computeIfAbsent(status.instance(), key -> new ArrayDeque<>());
        if (!known.isEmpty() && !status.at().isAfter(known.getLast().at())) {
            if (status.at().isAfter(known.getLast().at().minus(RATE_WINDOW))) {
                return;
            }
            // Its clock was set back.
            known.clear();
        }
        known.addLast(status);
        daily.computeIfAbsent(status.instance(), key -> new DailyCounts()).accept(status);
        // One report older than the window stays, as the base of the rate.
        while (known.size() > 2 && second(known).at().isBefore(status.at().minus(RATE_WINDOW))) {
            known.removeFirst();
        }
    }

    synchronized void forget(String instance) {
        reports.remove(instance);
        daily.remove(instance);
    }

    /**
     * @param lags records waiting, by {@code stage/lane}; what is not known is not in it
     * @param ages how long the oldest of them has waited, likewise
     */
    synchronized List<OpsSnapshot.Stage> stages(Instant now, Map<String, Long> lags, Map<String, Duration> ages) {
        List<OpsSnapshot.Stage> stages = new ArrayList<>();
        for (String stage : STAGES) {
            for (Lane lane : Lane.values()) {
                String place = stage + "/" + lane.label();
                stages.add(stage(stage, lane.label(), now, lags.get(place), ages.get(place)));
            }
        }
        return stages;
    }

    synchronized List<OpsSnapshot.Instance> instances(Instant now) {
        return remembered(now).stream()
                .map(Deque::getLast)
                .map(last -> new OpsSnapshot.Instance(
                        last.instance(), last.service(), last.startedAt(), last.at(), alive(last, now)))
                .sorted(Comparator.comparing((OpsSnapshot.Instance instance) -> STAGES.indexOf(instance.service()))
                        .thenComparing(OpsSnapshot.Instance::startedAt))
                .toList();
    }

    private OpsSnapshot.Stage stage(String stage, String lane, Instant now, Long lag, Duration age) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        List<ServiceStatus.Latency> latencies = new ArrayList<>();
        double rate = 0;
        int alive = 0;
        for (Deque<ServiceStatus> known : remembered(now)) {
            ServiceStatus last = known.getLast();
            if (!last.service().equals(stage)) {
                continue;
            }
            daily.get(last.instance()).counters(now).stream()
                    .filter(counter -> counter.lane().equals(lane))
                    .forEach(counter -> counts.computeIfAbsent(counter.outcome(), key -> new TreeMap<>())
                            .merge(counter.reason(), counter.count(), Long::sum));
            if (alive(last, now)) {
                alive++;
                rate += rate(known, lane);
                last.latencies().stream()
                        .filter(latency -> latency.lane().equals(lane))
                        .forEach(latencies::add);
            }
        }
        return new OpsSnapshot.Stage(
                stage,
                lane,
                alive,
                Math.round(rate * 10) / 10.0,
                lag,
                age == null ? null : age.toMillis(),
                worst(latencies.stream().mapToDouble(ServiceStatus.Latency::p50Ms)),
                worst(latencies.stream().mapToDouble(ServiceStatus.Latency::p99Ms)),
                counters(counts));
    }

    private List<Deque<ServiceStatus>> remembered(Instant now) {
        return reports.values().stream()
                .filter(known -> known.getLast().at().isAfter(now.minus(REMEMBERED)))
                .toList();
    }

    private static boolean alive(ServiceStatus last, Instant now) {
        return last.at().isAfter(now.minus(ALIVE));
    }

    private static double rate(Deque<ServiceStatus> known, String lane) {
        ServiceStatus first = known.getFirst();
        ServiceStatus last = known.getLast();
        double seconds = Duration.between(first.at(), last.at()).toMillis() / 1000.0;
        return seconds <= 0 ? 0 : Math.max(0, (total(last, lane) - total(first, lane)) / seconds);
    }

    private static double total(ServiceStatus status, String lane) {
        return status.counters().stream()
                .filter(counter -> counter.lane().equals(lane))
                .mapToLong(ServiceStatus.Counter::count)
                .sum();
    }

    private static Double worst(DoubleStream values) {
        var max = values.max();
        return max.isPresent() ? max.getAsDouble() : null;
    }

    private static List<OpsSnapshot.Counter> counters(Map<String, Map<String, Long>> counts) {
        List<OpsSnapshot.Counter> counters = new ArrayList<>();
        counts.forEach((outcome, reasons) -> reasons.forEach((reason, count) -> counters.add(
                new OpsSnapshot.Counter(outcome, reason == null ? MetricNames.NO_REASON : reason, count))));
        counters.sort(Comparator.comparingLong(OpsSnapshot.Counter::count).reversed());
        return counters;
    }

    private static ServiceStatus second(Deque<ServiceStatus> known) {
        var all = known.iterator();
        all.next();
        return all.next();
    }
}
