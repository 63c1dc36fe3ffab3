package io.dateline.contracts.ops;

import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.status.ServiceStatus;
import io.dateline.contracts.topic.Lane;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Counts and times what one stage does with articles, and sums it up for {@code services.status}. Thread-safe; tags are
 * bounded: never a URL, a feed or an id.
 */
public final class StageMetrics {
    /** An article may bear a date of the year 1: in nanoseconds that is more than a timer holds. */
    static final Duration LONGEST = Duration.ofDays(365);

    private final MeterRegistry registry;
    private final String stage;
    /** By what they count: a registry takes longer to find a meter than a meter to count. */
    private final Map<Counted, Counter> counters = new ConcurrentHashMap<>();

    private final Map<Lane, Timer> timers = new ConcurrentHashMap<>();

    /** @param stage {@code ingest}, {@code enrich} or {@code store} */
    public StageMetrics(MeterRegistry registry, String stage) {
        this.registry = registry;
        this.stage = stage;
    }

    /** As the status topic has it: {@code store}. */
    public String stage() {
        return stage;
    }

    public void count(Lane lane, String outcome) {
        count(lane, outcome, MetricNames.NO_REASON, 1);
    }

    public void count(Lane lane, String outcome, String reason, long amount) {
        counter(lane, outcome, reason).increment(amount);
    }

    /**
     * Makes a counter before there is anything to count: one that is born as 1 has not risen to anybody who watches it.
     * Counters at zero are not reported.
     */
    public void expect(Lane lane, String outcome, String reason) {
        counter(lane, outcome, reason);
    }

    /** As {@link #expect}, for dead letters of every reason on both lanes. */
    public void expectDeadLetters() {
        for (Lane lane : Lane.values()) {
            for (DeadLetterReason reason : DeadLetterReason.values()) {
                expect(lane, MetricNames.DEAD_LETTERED, reason.code());
            }
        }
    }

    private Counter counter(Lane lane, String outcome, String reason) {
        return counters.computeIfAbsent(new Counted(lane, outcome, reason), this::register);
    }

    private Counter register(Counted counted) {
        return Counter.builder(MetricNames.ARTICLES)
                .tag(MetricNames.STAGE, stage)
                .tag(MetricNames.LANE, counted.lane().label())
                .tag(MetricNames.OUTCOME, counted.outcome())
                .tag(MetricNames.REASON, counted.reason())
                .register(registry);
    }

    /** @param latency a negative one, as clocks differ, counts as none, and one of more than a year as a year */
    public void latency(Lane lane, Duration latency) {
        Duration atLeast = latency.isNegative() ? Duration.ZERO : latency;
        timers.computeIfAbsent(lane, this::timer).record(atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast);
    }

    private Timer timer(Lane lane) {
        return Timer.builder(MetricNames.LATENCY)
                .tag(MetricNames.STAGE, stage)
                .tag(MetricNames.LANE, lane.label())
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    /** What this instance reports. */
    public ServiceStatus snapshot(String instance, Instant startedAt, Instant now) {
        List<ServiceStatus.Counter> counters =
                registry.find(MetricNames.ARTICLES).tag(MetricNames.STAGE, stage).counters().stream()
                        .filter(counter -> counter.count() > 0)
                        .map(counter -> new ServiceStatus.Counter(
                                counter.getId().getTag(MetricNames.LANE),
                                counter.getId().getTag(MetricNames.OUTCOME),
                                counter.getId().getTag(MetricNames.REASON),
                                Math.round(counter.count())))
                        .toList();
        List<ServiceStatus.Latency> latencies =
                registry.find(MetricNames.LATENCY).tag(MetricNames.STAGE, stage).timers().stream()
                        .map(timer -> new ServiceStatus.Latency(
                                timer.getId().getTag(MetricNames.LANE),
                                percentile(timer, 0.5),
                                percentile(timer, 0.99)))
                        .toList();
        return new ServiceStatus(instance, stage, startedAt, now, counters, latencies);
    }

    private static double percentile(Timer timer, double share) {
        double ms = Arrays.stream(timer.takeSnapshot().percentileValues())
                .filter(value -> value.percentile() == share)
                .mapToDouble(value -> value.value(TimeUnit.MILLISECONDS))
                .findFirst()
                .orElse(0);
        return Math.round(ms * 10) / 10.0;
    }

    private record Counted(Lane lane, String outcome, String reason) {}
}
