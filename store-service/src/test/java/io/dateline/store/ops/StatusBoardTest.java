package io.dateline.store.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.status.ServiceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusBoardTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private final StatusBoard board = new StatusBoard();

    private void report(String instance, int secondsAgo, long stored, double p99) {
        board.accept(new ServiceStatus(
                instance,
                "store",
                NOW.minusSeconds(600),
                NOW.minusSeconds(secondsAgo),
                List.of(new ServiceStatus.Counter("live", "stored", "none", stored)),
                List.of(new ServiceStatus.Latency("live", p99 / 2, p99))));
    }

    private OpsSnapshot.Stage storeLive() {
        return board.stages(NOW, Map.of("store/live", 42L), Map.of("store/live", Duration.ofMillis(1_500))).stream()
                .filter(stage -> stage.stage().equals("store") && stage.lane().equals("live"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sumsInstancesAndShowsTheWorstLatency() {
        // Given
        report("store-a", 10, 100, 20);
        report("store-a", 5, 150, 30);
        report("store-b", 10, 0, 200);
        report("store-b", 5, 50, 100);

        // When
        OpsSnapshot.Stage stage = storeLive();

        // Then
        assertThat(stage.instances()).isEqualTo(2);
        assertThat(stage.ratePerSecond()).isEqualTo(20.0);
        assertThat(stage.lag()).isEqualTo(42L);
        assertThat(stage.p99Ms()).isEqualTo(100.0);
        assertThat(stage.counters()).containsExactly(new OpsSnapshot.Counter("stored", "none", 200));
    }

    @Test
    void countsWhatADeadInstanceDidButNotItsRate() {
        // Given
        report("store-a", 120, 100, 20);
        report("store-a", 115, 900, 20);

        // When
        OpsSnapshot.Stage stage = storeLive();

        // Then
        assertThat(stage.instances()).isZero();
        assertThat(stage.ratePerSecond()).isZero();
        assertThat(stage.p99Ms()).isNull();
        assertThat(stage.counters()).containsExactly(new OpsSnapshot.Counter("stored", "none", 900));
        assertThat(board.instances(NOW)).extracting(OpsSnapshot.Instance::alive).containsExactly(false);
    }

    @Test
    void takesTheRateOverTheLastReportsOnly() {
        // Given
        for (int ago = 100; ago >= 0; ago -= 5) {
            report("store-a", ago, ago > 20 ? 0 : (20 - ago) * 10L, 20);
        }

        // When
        double rate = storeLive().ratePerSecond();

        // Then
        assertThat(rate).isEqualTo(10.0);
    }

    @Test
    void passesOverAReportThatIsNoNewerThanWhatIsKnown() {
        // Given
        report("store-a", 10, 100, 20);
        report("store-a", 5, 150, 30);

        // When
        report("store-a", 5, 140, 90);
        report("store-a", 19, 120, 90);

        // Then
        OpsSnapshot.Stage stage = storeLive();
        assertThat(stage.ratePerSecond()).isEqualTo(10.0);
        assertThat(stage.p99Ms()).isEqualTo(30.0);
    }

    @Test
    void followsAClockThatWasSetBack() {
        // Given
        report("store-a", -3_600, 100, 20);

        // When
        report("store-a", 0, 150, 30);

        // Then
        assertThat(storeLive().p99Ms()).isEqualTo(30.0);
        assertThat(board.instances(NOW))
                .extracting(OpsSnapshot.Instance::lastSeenAt)
                .containsExactly(NOW);
    }

    @Test
    void countsWhatCameInTheLastDayOnly() {
        // Given: an instance that has run for three days and reports each half hour, 10 more each time
        for (int halfHours = 0; halfHours <= 6 * 24; halfHours++) {
            board.accept(new ServiceStatus(
                    "store-a",
                    "store",
                    NOW.minus(Duration.ofDays(3)),
                    NOW.minus(Duration.ofDays(3)).plus(Duration.ofMinutes(30L * halfHours)),
                    List.of(
                            new ServiceStatus.Counter("live", "stored", "none", 10L * halfHours),
                            new ServiceStatus.Counter("live", "dead-lettered", "invalid", 7)),
                    List.of()));
        }

        // When
        List<OpsSnapshot.Counter> counters = storeLive().counters();

        // Then
        assertThat(counters).containsExactly(new OpsSnapshot.Counter("stored", "none", 480));
    }
}
