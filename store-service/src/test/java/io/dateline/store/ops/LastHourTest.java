package io.dateline.store.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastHourTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    private final LastHour hour = new LastHour();

    private void note(int second, double rate, long waiting, long rejected) {
        var counters = List.of(
                new OpsSnapshot.Counter("rejected", "none", rejected),
                new OpsSnapshot.Counter("stored", "none", 9_999));
        hour.note(new OpsSnapshot(
                NOW.plusSeconds(second),
                List.of(
                        new OpsSnapshot.Stage("store", "live", 1, rate, waiting, null, null, null, counters),
                        new OpsSnapshot.Stage("store", "bulk", 1, 999, 999L, null, null, null, List.of())),
                List.of(),
                new OpsSnapshot.Feeds(0, 0, 0, 0, 0, 0, 0, 0, List.of()),
                null,
                List.of(),
                List.of()));
    }

    @Test
    void keepsTheHighestOfEachMinuteAndCountsErrors() {
        // Given: 500 errors that this instance is told of when it starts
        note(10, 1, 1, 0);
        note(20, 1, 1, 500);

        // When
        note(60, 2, 30, 500);
        note(80, 5, 10, 503);
        note(119, 3, 20, 504);
        note(120, 0, 0, 400);
        note(130, 0, 0, 401);

        // Then: what falls out of the day takes nothing away
        assertThat(hour.minutes())
                .extracting(minute -> minute.stages().get("store"))
                .containsExactly(new OpsMinute.Stage(5, 30, 4), new OpsMinute.Stage(0, 0, 1));
        assertThat(hour.minutes()).extracting(OpsMinute::at).containsExactly(NOW.plusSeconds(60), NOW.plusSeconds(120));
    }

    @Test
    void keepsAnHour() {
        // When
        for (int minute = 0; minute <= LastHour.MINUTES + 1; minute++) {
            note(60 * minute, minute, 0, 0);
        }

        // Then
        assertThat(hour.minutes()).hasSize(LastHour.MINUTES);
        assertThat(hour.minutes().get(0).stages().get("store").rate()).isEqualTo(2);
    }
}
