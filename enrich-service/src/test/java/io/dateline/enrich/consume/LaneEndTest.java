package io.dateline.enrich.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LaneEndTest {
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final LaneEnd end = new LaneEnd(stopping::get);

    private void fail() {
        assertThatThrownBy(() -> end.watch(() -> {
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void remembersWhatEndedTheLane() throws Exception {
        // Given
        end.watch(() -> {});
        assertThat(end.reason()).isNull();
        // When
        fail();
        // Then
        assertThat(end.reason()).isEqualTo("IllegalStateException");
    }

    @Test
    void callsAShutdownNoFault() {
        // Given
        stopping.set(true);
        // When
        fail();
        // Then
        assertThat(end.reason()).isNull();
    }
}
