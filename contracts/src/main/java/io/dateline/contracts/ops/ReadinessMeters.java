package io.dateline.contracts.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes readiness visible to what scrapes metrics and asks no health endpoint. Thread-safe. */
public final class ReadinessMeters {
    private final MeterRegistry registry;
    private final Map<String, Boolean> checks = new ConcurrentHashMap<>();

    public ReadinessMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * @param check its name; there must be few
     * @param up    whether it was up when it was last asked
     */
    public void set(String check, boolean up) {
        if (checks.put(check, up) == null) {
            Gauge.builder(MetricNames.READY, () -> checks.get(check) ? 1 : 0)
                    .tag(MetricNames.CHECK, check)
                    .register(registry);
        }
    }
}
