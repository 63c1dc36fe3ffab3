package io.dateline.contracts.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
    @Test
    void goesOnAsTimeDoesFromWhereItBegan() {
        // Given
        Instant begin = Instant.parse("2026-11-27T12:00:00Z");
        AtomicLong nanos = new AtomicLong(-5);
        SteadyClock clock = new SteadyClock(begin, nanos::get);

        // Then
        assertThat(clock.instant()).isEqualTo(begin);

        // When
        nanos.addAndGet(1_500_000_000L);

        // Then
        assertThat(clock.instant()).isEqualTo(begin.plusMillis(1_500));
    }
}
