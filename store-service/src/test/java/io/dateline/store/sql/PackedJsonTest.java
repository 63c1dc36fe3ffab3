package io.dateline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedJsonTest {
    private static byte[] json(int words) {
        return ("{\"entities\": [\"" + "Əliyev ".repeat(words) + "\"]}").getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000, 1_000_000})
    void givesBackWhatWasPacked(int words) {
        // Given
        byte[] json = json(words);

        // When
        byte[] packed = PackedJson.pack(json);

        // Then
        assertThat(PackedJson.unpack(packed)).isEqualTo(json);
    }

    @Test
    void findsTheCharacterThatNoTextMayHold() {
        // Given
        String nul = "{\"name\": \"A\\u0000B\"}";
        String escapedBackslash = "{\"name\": \"A\\\\u0000B\"}";
        String both = "{\"name\": \"A\\\\\\u0000\"}";

        // Then
        assertThat(PackedJson.holdsNul(nul.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(PackedJson.holdsNul(both.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(PackedJson.holdsNul(escapedBackslash.getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(PackedJson.holdsNul("{\"a\": \"\\u0001 \\\\\"}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(PackedJson.holdsNul("\\u0000".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(PackedJson.holdsNul("\\u000".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(PackedJson.holdsNul("\\".getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void refusesWhatIsBroken() {
        // Given
        byte[] packed = PackedJson.pack(json(1_000));
        byte[] cut = Arrays.copyOf(packed, packed.length - 5);
        byte[] shifted = Arrays.copyOfRange(packed, 1, packed.length);

        // Then
        assertThatThrownBy(() -> PackedJson.unpack(cut)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PackedJson.unpack(shifted)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PackedJson.unpack(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAFrameThatClaimsMoreThanAnyDocumentHas() {
        // Given: magic, a descriptor with eight bytes of length, and a length of a terabyte
        byte[] claim = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, (byte) 0xE0, 0, 0, 0, 0, 0, 1, 0, 0};

        // Then
        assertThatThrownBy(() -> PackedJson.unpack(claim))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("length");
    }
}
