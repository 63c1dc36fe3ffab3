package io.dateline.ingest.support;

import io.dateline.contracts.ops.MetricNames;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Reads the counters of the stage. */
public final class Counters {
    private Counters() {}

    public static long of(MeterRegistry registry, String outcome, String reason) {
        return Math.round(registry
                .find(MetricNames.ARTICLES)
                .tag(MetricNames.OUTCOME, outcome)
                .tag(MetricNames.REASON, reason)
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum());
    }

    public static long all(MeterRegistry registry) {
        return Math.round(registry.find(MetricNames.ARTICLES).counters().stream()
                .mapToDouble(Counter::count)
                .sum());
    }
}
