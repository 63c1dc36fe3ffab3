package io.dateline.contracts.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LaneGateTest {
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private final LaneGate gate = new LaneGate(400, 800, Duration.ofSeconds(1), () -> now, () -> 0);
    private final AtomicBoolean openDuring = new AtomicBoolean(true);

    @Test
    void isClosedWhileALiveBatchIsWorkedOn() throws Exception {
        // when
        gate.live(399, () -> openDuring.set(gate.open()));

        // then
        assertThat(openDuring).isFalse();
        assertThat(gate.open()).isTrue();
    }

    @Test
    void staysClosedForAMomentAfterAFullBatch() throws Exception {
        // when
        gate.live(400, () -> {});
        boolean after = gate.open();
        now = now.plusSeconds(1);

        // then
        assertThat(after).isFalse();
        assertThat(gate.open()).isTrue();
    }

    @Test
    void opensAfterABatchThatFailed() {
        // when
        assertThatThrownBy(() -> gate.live(1, () -> {
                    throw new IllegalStateException("stopped");
                }))
                .isInstanceOf(IllegalStateException.class);

        // then
        assertThat(gate.open()).isTrue();
    }

    @Test
    void letsTheBulkLaneGoOnAfterTheLongestWait() throws Exception {
        // given
        AtomicBoolean wentOn = new AtomicBoolean();

        // when
        gate.live(1, () -> {
            gate.await(Duration.ZERO);
            wentOn.set(true);
        });

        // then
        assertThat(wentOn).isTrue();
    }

    @Test
    void waitsWhileManyWaitForAnyInstance() throws Exception {
        // given
        int[] asked = {0};
        LaneGate another = new LaneGate(400, 800, Duration.ofSeconds(1), () -> now, () -> {
            asked[0]++;
            return asked[0] < 3 ? 801 : 800;
        });

        // when
        another.await(Duration.ofSeconds(30));

        // then
        assertThat(asked[0]).isEqualTo(3);
    }
}
