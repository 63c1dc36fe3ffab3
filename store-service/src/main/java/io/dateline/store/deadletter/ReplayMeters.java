package io.dateline.store.deadletter;

import io.dateline.contracts.ops.MetricNames;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** Counts letters that were to be put back by what became of them; every outcome is there from the start. */
final class ReplayMeters {
    private final Map<ReplayOutcome, Counter> counters = new EnumMap<>(ReplayOutcome.class);

    ReplayMeters(MeterRegistry registry) {
        for (ReplayOutcome outcome : ReplayOutcome.values()) {
            counters.put(
                    outcome, registry.counter(MetricNames.DEAD_LETTERS_REPLAYED, MetricNames.OUTCOME, outcome.code()));
        }
    }

    void count(ReplayOutcome outcome) {
        counters.get(outcome).increment();
    }
}
