package io.dateline.store.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.http.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoomTest {
    private static final boolean READER = false;
    private static final boolean OPERATOR = true;

    private final Room room = new Room(2, Duration.ofMillis(10));

    @Test
    void isKeptForOperatorsHoweverManyReadersLook() {
        // Given: as many readers as there is room for
        String looked = room.in(
                READER,
                () -> room.in(READER, () -> {
                    // When / Then
                    assertThatThrownBy(() -> room.in(READER, () -> "a third"))
                            .isInstanceOf(ProblemException.class)
                            .hasMessageContaining("too-many-clients");
                    return room.in(OPERATOR, () -> "an operator");
                }));
        assertThat(looked).isEqualTo("an operator");
    }

    @Test
    void isBoundedForOperatorsToo() {
        // Given
        String looked = room.in(
                OPERATOR,
                () -> room.in(OPERATOR, () -> {
                    // When / Then
                    assertThatThrownBy(() -> room.in(OPERATOR, () -> "a third")).isInstanceOf(ProblemException.class);
                    return room.in(READER, () -> "a reader");
                }));
        assertThat(looked).isEqualTo("a reader");
    }

    @Test
    void isGivenBackAlsoWhereLookingFails() {
        // Given
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> room.in(READER, () -> {
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessage("on purpose");
        }

        // When / Then
        assertThat(room.<String>in(READER, () -> "the next")).isEqualTo("the next");
    }
}
