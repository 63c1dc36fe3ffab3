package io.dateline.store.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.ops.MetricNames;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SystemGaugesTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private OpsSnapshot snapshot;
    private Map<String, Duration> ages = Map.of();

    @BeforeEach
    void register() {
        new SystemGauges(registry, () -> snapshot, () -> ages).register();
    }

    @Test
    void showsWhatTheBoardSays() {
        // When
        snapshot = snapshot(7L, new OpsSnapshot.Storage(40, 50, NOW, 6_000, 2, null));
        ages = Map.of("store/live", Duration.ofMillis(1_500));

        // Then
        assertThat(gauge(MetricNames.LAG, MetricNames.STAGE, "store", MetricNames.LANE, "live"))
                .isEqualTo(7);
        assertThat(gauge(MetricNames.LAG_AGE, MetricNames.STAGE, "store", MetricNames.LANE, "live"))
                .isEqualTo(1.5);
        assertThat(gauge(MetricNames.FEEDS, MetricNames.STATE, "failing")).isEqualTo(2);
        assertThat(gauge(MetricNames.FEEDS, MetricNames.STATE, "paused")).isEqualTo(6);
        assertThat(gauge(MetricNames.DEAD_LETTERS, MetricNames.TOPIC, "articles.raw.dead-letter"))
                .isEqualTo(9);
        assertThat(gauge(MetricNames.STORED_NEWEST)).isEqualTo(NOW.getEpochSecond());
        assertThat(gauge(MetricNames.STORED_ARTICLES)).isEqualTo(40);
        assertThat(gauge(MetricNames.STORED_REVISIONS)).isEqualTo(50);
        assertThat(gauge(MetricNames.STORAGE)).isEqualTo(6_000);
        assertThat(gauge(MetricNames.STORAGE_MONTHS)).isEqualTo(2);
    }

    @Test
    void saysNothingOfWhatIsNotKnown() {
        // When
        snapshot = snapshot(null, null);

        // Then
        assertThat(gauge(MetricNames.LAG, MetricNames.STAGE, "store", MetricNames.LANE, "live"))
                .isNaN();
        assertThat(gauge(MetricNames.LAG_AGE, MetricNames.STAGE, "store", MetricNames.LANE, "live"))
                .isNaN();
        assertThat(gauge(MetricNames.STORED_NEWEST)).isNaN();
    }

    @Test
    void saysNothingBeforeTheFirstLookNorOfAnEmptyStoresNewest() {
        // When / Then
        assertThat(gauge(MetricNames.STORAGE)).isNaN();
        snapshot = snapshot(0L, new OpsSnapshot.Storage(0, 0, null, 6_000, 2, null));
        assertThat(gauge(MetricNames.STORED_NEWEST)).isNaN();
        assertThat(gauge(MetricNames.STORED_REVISIONS)).isZero();
    }

    private static OpsSnapshot snapshot(Long lag, OpsSnapshot.Storage storage) {
        return new OpsSnapshot(
                NOW,
                List.of(
                        new OpsSnapshot.Stage("store", "bulk", 1, 0, 99L, null, null, null, List.of()),
                        new OpsSnapshot.Stage("store", "live", 1, 0, lag, null, null, null, List.of())),
                List.of(new OpsSnapshot.DeadLetterTopic("articles.raw.dead-letter", 9, List.of())),
                new OpsSnapshot.Feeds(20, 1, 2, 3, 4, 5, 7, 6, List.of()),
                storage,
                List.of(),
                List.of());
    }

    private double gauge(String name, String... tags) {
        return registry.get(name).tags(tags).gauge().value();
    }
}
