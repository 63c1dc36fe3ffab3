package io.dateline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Sha256Test {
    @Test
    void isThatOfTheStandard() {
        // When / Then: the second example of FIPS 180-2, and two bytes in UTF-8
        assertThat(Sha256.hex("abc", 32)).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.hex("abc", 4)).isEqualTo("ba7816bf");
        assertThat(Sha256.of("é"))
                .isEqualTo(Sha256.of(new byte[] {(byte) 0xc3, (byte) 0xa9}))
                .hasSize(32);
    }
}
