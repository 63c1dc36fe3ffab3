package io.dateline.store.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CauseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wire-0123456789abcdef0123456789abcdef revision 12 is stored with another content hash"
                        + " | ID revision N is stored with another content hash",
                "entity 3 is incomplete; topic 0 has no evidence | entity N is incomplete; topic N has no evidence",
                "the row cannot be written: SQLSTATE 22021 | the row cannot be written: SQLSTATE 22021",
                "updatedAt is not of year 1 to 9999 | updatedAt is not of year 1 to 9999"
            })
    void leavesOutWhatIsOfOneRecordAlone(String detail, String cause) {
        assertThat(Cause.of(detail)).isEqualTo(cause);
    }

    @Test
    void isBounded() {
        assertThat(Cause.of("x".repeat(200))).hasSize(200);
        assertThat(Cause.of("x".repeat(201))).hasSize(200);
        assertThat(Cause.of(null)).isNull();
    }
}
