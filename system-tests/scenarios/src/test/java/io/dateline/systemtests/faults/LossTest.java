package io.dateline.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LossTest {
    @Test
    void takesOneAfterAnotherUntilNoneIsLeft() {
        // Given
        Loss loss = new Loss("COMMIT", 2, "", "");

        // Then
        assertThat(taken(loss, 4)).containsExactly(true, true, false, false);
        assertThat(loss.lost()).isEqualTo(2);
        assertThat(loss.concerns("anybody")).isFalse();
    }

    @Test
    void leavesToTheSeedHowManyPassBetween() {
        // When
        Loss loss = Loss.ofAcknowledgements(100, new Random(1));
        List<Boolean> taken = taken(loss, 400);

        // Then
        assertThat(loss.lost()).isEqualTo(100);
        assertThat(taken).contains(false, true);
        assertThat(taken(Loss.ofAcknowledgements(100, new Random(1)), 400)).isEqualTo(taken);
        assertThat(taken(Loss.ofAcknowledgements(100, new Random(2)), 400)).isNotEqualTo(taken);
    }

    private static List<Boolean> taken(Loss loss, int times) {
        return IntStream.range(0, times).mapToObj(i -> loss.take()).toList();
    }
}
