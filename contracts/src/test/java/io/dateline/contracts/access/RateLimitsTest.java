package io.dateline.contracts.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitsTest {
    private long nanos;

    @Test
    void theBurstPassesAndOneMoreWaits() {
        // Given
        RateLimits limits = new RateLimits(1, 3, () -> nanos);

        // When
        long[] waits = {limits.wait("a"), limits.wait("a"), limits.wait("a"), limits.wait("a"), limits.wait("b")};

        // Then
        assertThat(waits).containsExactly(0, 0, 0, 1, 0);
    }

    @Test
    void whoWaitedAsLongAsToldPasses() {
        // Given
        RateLimits limits = new RateLimits(2, 2, () -> nanos);
        limits.wait("a");
        limits.wait("a");
        long wait = limits.wait("a");

        // When
        nanos += Duration.ofSeconds(wait).toNanos();

        // Then
        assertThat(wait).isEqualTo(1);
        assertThat(limits.wait("a")).isZero();
    }

    @Test
    void aFloodOfCallersStaysBounded() {
        // Given
        RateLimits limits = new RateLimits(1, 1, () -> nanos);

        // When
        for (int i = 0; i < 10 * RateLimits.CALLERS; i++) {
            limits.wait("address " + i);
        }

        // Then
        assertThat(limits.remembered()).isLessThanOrEqualTo(RateLimits.CALLERS);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, ::ffff:192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:",
        "2001:db8:1:2::6, 2001:db8:1:2:",
        "2001:db8::6, 2001:db8:0:0:",
        "fe80::1%eth0, fe80:0:0:0:",
        "::1, 0:0:0:0:",
        "'', ''"
    })
    void anIpv6NetworkIsOneCaller(String address, String network) {
        assertThat(RateLimits.network(address)).isEqualTo(network);
    }
}
