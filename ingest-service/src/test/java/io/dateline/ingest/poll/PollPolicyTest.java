package io.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollPolicyTest {
    /** A Saturday, noon. */
    private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");

    private static final RandomGenerator NO_JITTER = () -> 0L;
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final Rate UNKNOWN = new Rate(0, 1);

    private final PollPolicy policy = new PollPolicy(Duration.ofHours(1), Duration.ofHours(6), NO_JITTER);

    @ParameterizedTest
    @CsvSource({
        // status, failures in a row, wait
        "500,1,PT10M",
        "500,2,PT20M",
        "500,6,PT5H20M",
        "500,7,PT6H",
        "0,1000,PT6H",
        "404,7,PT10H40M",
        "403,1000,PT24H",
        "401,9,PT24H",
        "410,1,PT720H"
    })
    void backsOffTwiceAsLongEachTime(int status, int failures, Duration expected) {
        // given an interval of five minutes
        // when
        Duration wait = policy.afterFailure(INTERVAL, failures, status, null);
        // then
        assertThat(wait).isEqualTo(expected);
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        // given
        Duration asked = Duration.ofHours(8);
        // when
        Duration wait = policy.afterFailure(INTERVAL, 1, 503, asked);
        // then
        assertThat(wait).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({
        // items over ten days, wait
        "0,PT5M",
        "2,PT5M",
        "3,PT1H",
        "240,PT30M",
        "960,PT7M30S",
        "9600,PT5M"
    })
    void pollsTwiceInTheTimeInWhichAnItemUsuallyComes(long items, Duration expected) {
        // given a feed that asks for nothing
        LeasedFeed.Wishes none = new LeasedFeed.Wishes(null, 0, 0);
        // when
        Duration wait = policy.afterSuccess(INTERVAL, new Rate(items, 10), none, null, NOW);
        // then
        assertThat(wait).isEqualTo(expected);
    }

    @Test
    void keepsTheIntervalOfAFeedItHasKnownForLessThanADay() {
        // given
        Rate young = new Rate(4, 0.99);
        // when
        Duration wait = policy.afterSuccess(INTERVAL, young, new LeasedFeed.Wishes(null, 0, 0), null, NOW);
        // then
        assertThat(wait).isEqualTo(INTERVAL);
    }

    @ParameterizedTest
    @CsvSource({
        // own interval, ttl, max-age, wait
        "PT5M,PT20M,,PT20M",
        "PT5M,,PT30M,PT30M",
        "PT5M,PT20M,PT30M,PT30M",
        "PT5M,PT24H,,PT1H",
        "PT5M,PT1S,PT0S,PT5M",
        "PT2H,PT5M,,PT2H"
    })
    void keepsThePublishersWishesWithinTheBounds(Duration interval, Duration ttl, Duration maxAge, Duration expected) {
        // given
        LeasedFeed.Wishes wishes = new LeasedFeed.Wishes(ttl, 0, 0);
        // when
        Duration wait = policy.afterSuccess(interval, UNKNOWN, wishes, maxAge, NOW);
        // then
        assertThat(wait).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // hours and days to leave out (bits), wait
        "4096,0,PT1H",
        "12288,0,PT2H",
        "8192,0,PT5M",
        "0,32,PT12H",
        "0,96,PT5M",
        "16777215,0,PT5M"
    })
    void leavesOutTheHoursAndDaysThatTheFeedNames(int hours, int days, Duration expected) {
        // given Saturday noon; leaving out more than a day ahead would be no poll at all, so that wish is not kept
        LeasedFeed.Wishes wishes = new LeasedFeed.Wishes(null, hours, days);
        // when
        Duration wait = policy.afterSuccess(INTERVAL, UNKNOWN, wishes, null, NOW);
        // then
        assertThat(wait).isEqualTo(expected);
    }

    @Test
    void spreadsByATenthAtMost() {
        // given the largest random number there is
        PollPolicy late = new PollPolicy(Duration.ofHours(1), Duration.ofHours(6), () -> -1L);
        // when
        Duration wait = late.afterSuccess(INTERVAL, UNKNOWN, new LeasedFeed.Wishes(null, 0, 0), null, NOW);
        // then
        assertThat(wait).isBetween(Duration.ofSeconds(329), Duration.ofSeconds(330));
    }

    @Test
    void asksWithoutValidatorsAboutOnceADay() {
        // given
        PollPolicy late = new PollPolicy(Duration.ofHours(1), Duration.ofHours(6), () -> -1L);
        // when
        Duration soonest = policy.untilFullFetch();
        Duration latest = late.untilFullFetch();
        // then
        assertThat(soonest).isEqualTo(Duration.ofHours(20));
        assertThat(latest).isBetween(Duration.ofHours(27), Duration.ofHours(28));
    }
}
