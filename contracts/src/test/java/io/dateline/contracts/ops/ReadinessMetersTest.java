package io.dateline.contracts.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class ReadinessMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ReadinessMeters meters = new ReadinessMeters(registry);

    @Test
    void eachCheckShowsItsLastAnswer() {
        // Given
        meters.set("topics", true);
        meters.set("database", false);
        // When
        meters.set("topics", false);
        meters.set("database", true);
        // Then
        assertThat(value("topics")).isEqualTo(0);
        assertThat(value("database")).isEqualTo(1);
    }

    private double value(String check) {
        return registry.get(MetricNames.READY)
                .tag(MetricNames.CHECK, check)
                .gauge()
                .value();
    }
}
