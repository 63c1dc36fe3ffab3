package io.dateline.systemtests.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BCubedTest {
    @Test
    void isOneWhereTheGroupsAreTheSame() {
        // When
        BCubed score = BCubed.of(Map.of("a", "1", "b", "1", "c", "2"), Map.of("a", "x", "b", "x", "c", "y"));
        // Then
        assertThat(score.f1()).isEqualTo(1);
    }

    @Test
    void countsWhatIsMixedAgainstPrecisionAndWhatIsTornAgainstRecall() {
        // When: a and b belong together, c alone; found are b with c, and a nowhere
        BCubed score = BCubed.of(Map.of("a", "1", "b", "1", "c", "2"), Map.of("b", "x", "c", "x"));
        // Then
        assertThat(score.precision()).isCloseTo((1 + 0.5 + 0.5) / 3, within(1e-9));
        assertThat(score.recall()).isCloseTo((0.5 + 0.5 + 1) / 3, within(1e-9));
    }
}
