package io.dateline.ingest.publish;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InFlightTest {
    @Test
    void givesItsRoomBackWhereAValueCannotEvenBeSent() {
        // given room for one, and a value that cannot be encoded
        InFlight inFlight = new InFlight(1, Duration.ofSeconds(1));
        assertThatThrownBy(() -> inFlight.sendAll(List.of("bad"), value -> {
                    throw new IllegalStateException("cannot be encoded");
                }))
                .isInstanceOf(IllegalStateException.class);

        // when
        assertThatCode(() -> inFlight.sendAll(
                        List.of("one", "two"), value -> Uni.createFrom().voidItem()))
                // then
                .doesNotThrowAnyException();
    }

    @Test
    void givesItsRoomBackWhereTheBrokerRefuses() {
        // given
        InFlight inFlight = new InFlight(1, Duration.ofSeconds(1));
        assertThatThrownBy(() -> inFlight.sendAll(
                        List.of("one"), value -> Uni.createFrom().failure(new IllegalStateException("refused"))))
                .isInstanceOf(BrokerUnavailable.class);

        // when
        assertThatCode(() -> inFlight.sendAll(
                        List.of("one"), value -> Uni.createFrom().voidItem()))
                // then
                .doesNotThrowAnyException();
    }

    @Test
    void waitsForRoomNoLongerThanTheTimeout() {
        // given a value that the broker never acknowledges
        InFlight inFlight = new InFlight(1, Duration.ofMillis(100));

        // when
        assertThatThrownBy(() -> inFlight.sendAll(
                        List.of("one", "two"), value -> Uni.createFrom().nothing()))
                // then
                .isInstanceOf(BrokerUnavailable.class);
    }
}
