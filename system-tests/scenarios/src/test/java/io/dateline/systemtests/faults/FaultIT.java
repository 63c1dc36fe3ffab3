package io.dateline.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The short form of the fault suite: articles flow through the real system while each process is killed, lines are cut and
 * answers are lost. With {@code -Ddateline.faults.*} it is any other form; see docs/faults.md.
 */
class FaultIT {
    @Test
    void nothingIsLostStoredTwiceOrSkippedWhateverStrikes() throws Exception {
        // Given
        Plan plan = Plan.ofProperties();

        // When
        Outcome outcome = Faults.run(plan);

        // Then
        assertThat(outcome.verdict().all()).as(outcome.result()).isEmpty();
        assertThat(outcome.idle()).as(outcome.result()).isEmpty();
        assertThat(outcome.faults()).isEqualTo(plan.schedule().size());
    }
}
