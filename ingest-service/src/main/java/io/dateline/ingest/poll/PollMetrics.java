package io.dateline.ingest.poll;

import io.dateline.contracts.ops.MetricNames;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts polls. Outcomes are few: never a URL, a feed or a host. */
final class PollMetrics {
    private final MeterRegistry registry;

    PollMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(PollOutcome outcome) {
        String name = !outcome.polled() ? "onward" : outcome.line().outcome();
        registry.counter(MetricNames.POLLS, MetricNames.OUTCOME, name).increment();
    }

    /** Something that was claimed could not be done, for a reason of ours. */
    void failed() {
        registry.counter(MetricNames.POLLS, MetricNames.OUTCOME, "our-trouble").increment();
    }
}
