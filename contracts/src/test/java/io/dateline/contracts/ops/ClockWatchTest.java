package io.dateline.contracts.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockWatchTest {
    private static final Duration MOST = Duration.ofSeconds(10);

    private Instant wall = Instant.parse("2026-03-01T12:00:00Z");
    private long nanos = Long.MAX_VALUE - 5_000_000_000L;
    private final ClockWatch watch = new ClockWatch(() -> wall, () -> nanos, MOST);

    @Test
    void saysNothingWhereBothGoOnAlike() {
        for (int i = 0; i < 20; i++) {
            // When: the monotonic clock passes the largest number meanwhile
            pass(Duration.ofSeconds(1), Duration.ofSeconds(1));

            // Then
            assertThat(watch.setBack()).isEmpty();
        }
    }

    @Test
    void saysByHowMuchTheWallClockWasSetBackOnce() {
        // When
        pass(Duration.ofSeconds(1), Duration.ofHours(-1));

        // Then
        assertThat(watch.setBack()).contains(Duration.ofHours(1).plusSeconds(1));
        pass(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(watch.setBack()).isEmpty();
    }

    @Test
    void allowsForAsMuchAsItIsTold() {
        // When, then: at the limit
        pass(Duration.ofSeconds(1), Duration.ofSeconds(-9));
        assertThat(watch.setBack()).isEmpty();

        // When, then: one past it
        pass(Duration.ofSeconds(1), Duration.ofSeconds(-9).minusNanos(1));
        assertThat(watch.setBack()).contains(MOST.plusNanos(1));
    }

    @Test
    void saysNothingOfAClockThatIsSetAheadAsByAMachineThatSlept() {
        // When
        pass(Duration.ofMillis(10), Duration.ofHours(9));

        // Then
        assertThat(watch.setBack()).isEmpty();
    }

    @Test
    void saysNothingOfAPauseBetweenTheClocks() {
        // Given: ten readings, before each of which the process stood still for a minute
        ClockWatch slow = new ClockWatch(this::lateWall, this::lateNanos, MOST);

        for (int i = 0; i < 10; i++) {
            // When, then
            assertThat(slow.setBack()).isEmpty();
        }
    }

    private Instant lateWall() {
        pass(Duration.ofMinutes(1), Duration.ofMinutes(1));
        return wall;
    }

    private long lateNanos() {
        pass(Duration.ofMinutes(1), Duration.ofMinutes(1));
        return nanos;
    }

    private void pass(Duration truly, Duration shown) {
        nanos += truly.toNanos();
        wall = wall.plus(shown);
    }
}
