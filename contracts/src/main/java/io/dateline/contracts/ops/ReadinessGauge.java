package io.dateline.contracts.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;

/** Asks the readiness checks as an orchestrator would, and shows their answers as gauges. */
@ApplicationScoped
public class ReadinessGauge {
    private final SmallRyeHealthReporter health;
    private final ReadinessMeters meters;

    ReadinessGauge(SmallRyeHealthReporter health, MeterRegistry registry) {
        this.health = health;
        this.meters = new ReadinessMeters(registry);
    }

    /** A check that hangs delays the next look, and Prometheus then sees its last answer. */
    @Scheduled(
            every = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        for (JsonObject check :
                health.getReadiness().getPayload().getJsonArray("checks").getValuesAs(JsonObject.class)) {
            meters.set(check.getString("name"), "UP".equals(check.getString("status")));
        }
    }
}
