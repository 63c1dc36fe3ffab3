package io.dateline.store.ops;

import io.dateline.contracts.ops.Rounds;
import io.dateline.store.StoreConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
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

    void onStart(@Observes StartupEvent event, Rounds rounds, StoreConfig config) {
        rounds.every(config.ops().lookEvery(), this::look);
        new SystemGauges(registry, () -> last, ages::ages).register();
    }

    void look() {
        last = board.snapshot();
    }
}
