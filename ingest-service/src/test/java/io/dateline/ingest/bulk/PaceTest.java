package io.dateline.ingest.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    @ParameterizedTest
    @CsvSource({
        "the rate rules,100,100,10,990",
        "the share rules,10000,100,500,500",
        "nothing was read,100,0,20,20",
        "both are kept already,1000,1,1,1"
    })
    void restsUntilNeitherRateNorShareIsExceeded(String why, double perSecond, int records, long worked, long rest) {
        // given
        Pace pace = new Pace(perSecond, 0.5);

        // when
        Duration found = pace.rest(records, Duration.ofMillis(worked));

        // then
        assertThat(found).as(why).isEqualTo(Duration.ofMillis(rest));
    }

    @Test
    void restsNotAtAllWhereItMayUseAllItsTime() {
        // given
        Pace pace = new Pace(100, 1);

        // when, then
        assertThat(pace.rest(10, Duration.ofSeconds(1))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0,0.5", "1,0", "1,1.1"})
    void refusesWhatWouldNeverEnd(double perSecond, double share) {
        // given no pace at all

        // when, then
        assertThatThrownBy(() -> new Pace(perSecond, share)).isInstanceOf(IllegalArgumentException.class);
    }
}
