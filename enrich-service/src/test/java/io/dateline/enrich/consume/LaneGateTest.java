package io.dateline.enrich.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LaneGateTest {
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private final LaneGate gate = new LaneGate(400, Duration.ofSeconds(1), () -> now);

    @Test
    void closesWhileAFullLiveBatchIsWorkedOnAndAMomentAfter() {
        // When
        gate.liveStarts(400);
        boolean during = gate.open();
        gate.liveEnds(400);
        boolean after = gate.open();
        now = now.plusSeconds(1);
        // Then
        assertThat(during).isFalse();
        assertThat(after).isFalse();
        assertThat(gate.open()).isTrue();
    }

    @Test
    void staysOpenWhileTheLiveLaneKeepsUp() {
        // When
        gate.liveStarts(399);
        boolean during = gate.open();
        gate.liveEnds(399);
        // Then
        assertThat(during).isTrue();
        assertThat(gate.open()).isTrue();
    }
}
