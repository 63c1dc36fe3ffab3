package io.dateline.store.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Shows the ops board to what scrapes metrics. One snapshot serves all gauges of a scrape. */
@ApplicationScoped
class OpsMeters {
    private final MeterRegistry registry;
    private final OpsBoard board;
    private final LaneAges ages;
    private volatile OpsSnapshot last;

    OpsMeters(MeterRegistry registry, OpsBoard board, LaneAges ages) {
        this.registry = registry;
        this.board = board;
        this.ages = ages;
    }

    void onStart(@Observes StartupEvent event) {
        new SystemGauges(registry, () -> last, ages::ages).register();
    }

    @Scheduled(every = "${dateline.store.ops.look-every:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        last = board.snapshot();
    }
}
