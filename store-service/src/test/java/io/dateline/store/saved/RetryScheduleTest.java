package io.dateline.store.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
    private final RetrySchedule even = new RetrySchedule(() -> 0.5);

    @Test
    void triesEightTimesOverAboutADaySoonAtFirst() {
        // When
        Duration all = Duration.ZERO;
        for (int attempts = 1; attempts <= 7; attempts++) {
            all = all.plus(even.next(attempts, null).orElseThrow());
        }

        // Then
        assertThat(even.next(1, null)).contains(Duration.ofSeconds(5));
        assertThat(all).isBetween(Duration.ofHours(22), Duration.ofHours(26));
        assertThat(even.next(8, null)).isEmpty();
        assertThat(even.next(8, Duration.ofHours(1))).isEmpty();
    }

    @Test
    void drawsAFifthMoreOrLess() {
        assertThat(new RetrySchedule(() -> 0).next(2, null)).contains(Duration.ofSeconds(48));
        assertThat(new RetrySchedule(() -> 1).next(2, null)).contains(Duration.ofSeconds(72));
    }

    @ParameterizedTest
    @CsvSource({"PT1S, PT5S", "PT20S, PT20S", "PT6H, PT6H", "PT7H, PT6H"})
    void isAsPatientAsAskedWithinBounds(Duration asked, Duration waited) {
        assertThat(even.next(1, asked)).contains(waited);
    }
}
