package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, just now",
        "PT59S, just now",
        "PT1M, 1 min ago",
        "PT59M59S, 59 min ago",
        "PT1H, 1 h ago",
        "PT23H59M, 23 h ago",
        "PT24H, 1 day ago",
        "PT167H, 6 days ago",
        "PT168H, 16 Nov 2026",
        "PT-30S, just now",
        "PT-2M, 23 Nov 2026"
    })
    void saysHowLongAgo(Duration age, String words) {
        assertThat(Moment.of(NOW.minus(age), NOW).relative()).isEqualTo(words);
    }

    @Test
    void givesTheTimeInFullToo() {
        // Given
        Instant instant = Instant.parse("2025-09-23T14:02:03Z");

        // When
        Moment moment = Moment.of(instant, NOW);

        // Then
        assertThat(moment.absolute()).isEqualTo("23 Sep 2025, 14:02 UTC");
        assertThat(moment.iso()).isEqualTo("2025-09-23T14:02:03Z");
    }

    @Test
    void inventsNoHourForADay() {
        // When
        Moment moment = Moment.ofDay(Instant.parse("2025-09-23T00:00:00Z"));

        // Then
        assertThat(moment).isEqualTo(new Moment("2025-09-23", "23 Sep 2025", "23 Sep 2025", false));
    }

    @Test
    void isNothingForNoTime() {
        assertThat(Moment.of(null, NOW)).isNull();
    }

    @Test
    void tellsSecondsWhereTheyMatter() {
        assertThat(Moment.of(Instant.parse("2025-09-23T14:02:07.9Z"), NOW).precise())
                .isEqualTo("23 Sep 2025, 14:02:07 UTC");
        assertThat(Moment.ofDay(Instant.parse("2025-09-23T00:00:00Z")).precise())
                .isEqualTo("23 Sep 2025");
    }

    @Test
    void leavesOutTheYearOfADayOfThisOne() {
        // Given
        Instant day = Instant.parse("2026-11-22T10:00:00Z");
        // When / Then
        assertThat(Moment.dayOf(day, Instant.parse("2026-11-27T10:00:00Z"))).isEqualTo("22 Nov");
        assertThat(Moment.dayOf(day, Instant.parse("2027-01-02T10:00:00Z"))).isEqualTo("22 Nov 2026");
    }
}
