package io.dateline.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two instances of each service work all through the run, pushes go to both, and the first of each is killed, with whatever it
 * alone does at that moment: build stories, forget, poll.
 */
class TwoOfEachIT {
    @Test
    void theSecondGoesOnWhereTheFirstIsKilled() throws Exception {
        // Given
        Plan plan = new Plan(
                2_000,
                1,
                Plan.seedOfProperties(),
                Fault.Form.SHORT,
                List.of(Fault.KILL_STORE, Fault.KILL_ENRICH, Fault.KILL_INGEST, Fault.KILL_POSTGRES),
                2);

        // When
        Outcome outcome = Faults.run(plan);

        // Then
        assertThat(outcome.verdict().all()).as(outcome.result()).isEmpty();
        assertThat(outcome.idle()).as(outcome.result()).isEmpty();
        assertThat(outcome.faults()).isEqualTo(plan.schedule().size());
    }
}
