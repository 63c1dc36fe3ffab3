package io.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollPolicyTest {
    private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");
    private static final RandomGenerator NO_JITTER = () -> 0L;
    private final PollPolicy policy = new PollPolicy(Duration.ofHours(6), Duration.ofHours(24), 6, NO_JITTER);

    @ParameterizedTest
    @CsvSource({"1,PT10M", "2,PT20M", "6,PT5H20M", "7,PT6H", "1000,PT6H"})
    void backsOffTwiceAsLongEachTime(int failures, Duration expected) {
        // given an interval of five minutes
        // when
        Duration wait = policy.afterFailure(Duration.ofMinutes(5), failures, null);
        // then
        assertThat(wait).isEqualTo(expected);
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        // given
        Duration asked = Duration.ofHours(8);
        // when
        Duration wait = policy.afterFailure(Duration.ofMinutes(5), 1, asked);
        // then
        assertThat(wait).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({"PT24H,,false", "PT24H1S,,true", "PT48H,36000,false", "PT61H,36000,true"})
    void callsAFeedSilentByItsOwnRhythm(Duration quiet, Double usualGap, boolean silent) {
        // given a feed that brought nothing for a while
        // when
        boolean answer = policy.silent(usualGap, NOW.minus(quiet), NOW);
        // then
        assertThat(answer).isEqualTo(silent);
    }
}
