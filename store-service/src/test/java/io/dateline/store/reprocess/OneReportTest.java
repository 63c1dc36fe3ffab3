package io.dateline.store.reprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.http.ProblemException;
import org.junit.jupiter.api.Test;

class OneReportTest {
    private final OneReport reports = new OneReport();

    @Test
    void isMadeAtATimeAndTheNextIsToldToComeAgain() {
        // When
        String made = reports.make(() -> {
            // Then
            assertThatThrownBy(() -> reports.make(() -> "another"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().status()).isEqualTo(429));
            return "one";
        });
        assertThat(made).isEqualTo("one");
        assertThat(reports.make(() -> "the next")).isEqualTo("the next");
    }

    @Test
    void leavesRoomForTheNextAlsoWhereItFails() {
        // Given
        assertThatThrownBy(() -> reports.make(() -> {
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        // When / Then
        assertThat(reports.make(() -> "the next")).isEqualTo("the next");
    }
}
