package io.dateline.contracts.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.json.JsonObject;
import java.time.Duration;

/** Asks the readiness checks as an orchestrator would, and shows their answers as gauges. */
@ApplicationScoped
public class ReadinessGauge {
    private final SmallRyeHealthReporter health;
    private final ReadinessMeters meters;

    ReadinessGauge(SmallRyeHealthReporter health, MeterRegistry registry) {
        this.health = health;
        this.meters = new ReadinessMeters(registry);
    }

    void onStart(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofSeconds(5), this::look);
    }

    /** A check that hangs delays the next look, and Prometheus then sees its last answer. */
    void look() {
        for (JsonObject check :
                health.getReadiness().getPayload().getJsonArray("checks").getValuesAs(JsonObject.class)) {
            meters.set(check.getString("name"), "UP".equals(check.getString("status")));
        }
    }
}
