package io.dateline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.contracts.status.ServiceStatus;
import io.dateline.contracts.topic.Lane;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final StageMetrics store = new StageMetrics(registry, "store");

    @Test
    void snapshotHasEachCounterOfThisStage() {
        // Given
        store.count(Lane.LIVE, "stored");
        store.count(Lane.LIVE, "stored");
        store.count(Lane.BULK, "stored", MetricNames.NO_REASON, 5);
        store.count(Lane.LIVE, MetricNames.DEAD_LETTERED, "invalid", 1);
        new StageMetrics(registry, "enrich").count(Lane.LIVE, "enriched");
        // When
        ServiceStatus status = store.snapshot("store-1", Samples.NOW, Samples.NOW.plusSeconds(5));
        // Then
        assertThat(status.service()).isEqualTo("store");
        assertThat(status.counters())
                .containsExactlyInAnyOrder(
                        new ServiceStatus.Counter("live", "stored", "none", 2),
                        new ServiceStatus.Counter("bulk", "stored", "none", 5),
                        new ServiceStatus.Counter("live", "dead-lettered", "invalid", 1));
        assertThat(status.latencies()).isEmpty();
        assertThat(Schemas.errors(Schemas.SERVICE, status)).isEmpty();
    }

    @Test
    void countersOfDeadLettersStandAtZeroBeforeThereIsOneAndAreNotReported() {
        // When
        store.expectDeadLetters();
        // Then
        for (Lane lane : Lane.values()) {
            for (DeadLetterReason reason : DeadLetterReason.values()) {
                assertThat(registry.get(MetricNames.ARTICLES)
                                .tag(MetricNames.LANE, lane.label())
                                .tag(MetricNames.OUTCOME, MetricNames.DEAD_LETTERED)
                                .tag(MetricNames.REASON, reason.code())
                                .counter()
                                .count())
                        .isZero();
            }
        }
        assertThat(store.snapshot("store-1", Samples.NOW, Samples.NOW).counters())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT8760H, 31536000", "PT8760H0.001S, 31536000", "PT17742000H, 31536000", "PT-17742000H, 0"})
    void takesNoLatencyForLongerThanAYear(Duration latency, long seconds) {
        // When: as of an article of the year 1, too
        store.latency(Lane.LIVE, latency);
        // Then
        assertThat(registry.get(MetricNames.LATENCY).timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(seconds);
    }

    @Test
    void snapshotHasThePercentilesOfEachLane() {
        // Given
        for (int ms = 1; ms <= 100; ms++) {
            store.latency(Lane.LIVE, Duration.ofMillis(ms));
        }
        store.latency(Lane.BULK, Duration.ofMillis(-5));
        // When
        ServiceStatus status = store.snapshot("store-1", Samples.NOW, Samples.NOW);
        // Then
        assertThat(status.latencies()).extracting("lane").containsExactlyInAnyOrder("live", "bulk");
        ServiceStatus.Latency live = status.latencies().stream()
                .filter(latency -> latency.lane().equals("live"))
                .findFirst()
                .orElseThrow();
        assertThat(live.p50Ms()).isCloseTo(50, Percentage.withPercentage(10));
        assertThat(live.p99Ms()).isCloseTo(99, Percentage.withPercentage(10));
        assertThat(registry.get(MetricNames.LATENCY)
                        .tag(MetricNames.LANE, "bulk")
                        .timer()
                        .count())
                .isEqualTo(1);
    }
}
