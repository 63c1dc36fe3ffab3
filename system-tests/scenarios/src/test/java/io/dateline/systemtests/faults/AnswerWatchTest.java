package io.dateline.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerWatchTest {
    private final Loss loss = new Loss("COMMIT", 1, "INSERT 0 ", "");
    private final AnswerWatch watch = new AnswerWatch();

    @Test
    void meetsTheWordOnlyAfterWhatMustComeBefore() {
        assertThat(meets("BEGIN SELECT 3")).isFalse();
        assertThat(meets("COMMIT")).isFalse();
        assertThat(meets("BEGIN INSERT 0 5")).isFalse();
        assertThat(meets("UPDATE 1")).isFalse();
        assertThat(meets("COMMIT")).isTrue();
        assertThat(meets("COMMIT")).isFalse();
    }

    @Test
    void findsWordsThatComeInTwoPieces() {
        assertThat(meets("BEGIN INSE")).isFalse();
        assertThat(meets("RT 0 5 COM")).isFalse();
        assertThat(meets("MIT")).isTrue();
    }

    @Test
    void findsBothInOnePiece() {
        assertThat(meets("COMMIT BEGIN INSERT 0 5 COMMIT")).isTrue();
    }

    @Test
    void takesNoWordForTwo() {
        assertThat(meets("INSERT 0 5 COMMIT")).isTrue();
        assertThat(meets(" BEGIN")).isFalse();
    }

    private boolean meets(String piece) {
        byte[] bytes = piece.getBytes(StandardCharsets.ISO_8859_1);
        return watch.meets(loss, bytes, bytes.length);
    }
}
