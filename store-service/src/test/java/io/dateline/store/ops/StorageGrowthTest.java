package io.dateline.store.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StorageGrowthTest {
    private static final Instant START = Instant.parse("2026-11-23T06:00:00Z");

    private final StorageGrowth growth = new StorageGrowth();

    private OpsSnapshot.Growth after(Duration time, long bytes, long revisions) {
        return growth.upTo(START.plus(time), new OpsSnapshot.Storage(1, revisions, null, bytes, 1, null));
    }

    @Test
    void isNotKnownInTheFirstMinute() {
        assertThat(after(Duration.ZERO, 1_000, 10)).isNull();
        assertThat(after(Duration.ofSeconds(59), 1_900, 19)).isNull();
        assertThat(after(Duration.ofSeconds(60), 2_000, 20)).isEqualTo(new OpsSnapshot.Growth(1_000, 10, 60));
    }

    @Test
    void isWhatCameInTheLastDayAndNoMore() {
        // Given
        after(Duration.ZERO, 0, 0);
        after(Duration.ofMinutes(30), 500, 5);

        // When
        OpsSnapshot.Growth atTheLimit = after(Duration.ofHours(24), 9_000, 90);
        OpsSnapshot.Growth past = after(Duration.ofHours(24).plusMillis(1), 9_000, 90);

        // Then
        assertThat(atTheLimit).isEqualTo(new OpsSnapshot.Growth(9_000, 90, 24 * 3_600));
        assertThat(past).isEqualTo(new OpsSnapshot.Growth(8_500, 85, 24 * 3_600 - 30 * 60));
    }

    @Test
    void isNegativeWhereMoreWasDropped() {
        // Given
        after(Duration.ZERO, 5_000, 50);

        // Then
        assertThat(after(Duration.ofMinutes(2), 3_000, 60)).isEqualTo(new OpsSnapshot.Growth(-2_000, 10, 120));
    }
}
