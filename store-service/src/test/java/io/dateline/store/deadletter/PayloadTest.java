package io.dateline.store.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    @Test
    void showsJsonWithEveryDigit() {
        // When
        Payload payload = Payload.of(bytes("{\"a\": 0.12345678901234567890123}"));

        // Then
        assertThat(payload.form()).isEqualTo("json");
        assertThat(payload.json().get("a").decimalValue()).isEqualByComparingTo("0.12345678901234567890123");
        assertThat(payload.text()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": ", "{} {}", "Bakı", "<a>"})
    void showsWhatIsNoJsonAsText(String value) {
        // When
        Payload payload = Payload.of(bytes(value));

        // Then
        assertThat(payload.form()).isEqualTo("text");
        assertThat(payload.text()).isEqualTo(value);
    }

    @Test
    void unpacksGzipAndNoBomb() throws IOException {
        // When
        Payload payload = Payload.of(packed(bytes("{\"a\": 1}")));
        Payload largest = Payload.of(packed(bytes("x".repeat(9 << 20))));
        Payload bomb = Payload.of(packed(new byte[(9 << 20) + 1]));
        Payload broken = Payload.of(new byte[] {0x1f, (byte) 0x8b, 1, 2});

        // Then
        assertThat(payload.json().get("a").intValue()).isEqualTo(1);
        assertThat(payload.gzip()).isTrue();
        assertThat(largest.form()).isEqualTo("text");
        assertThat(bomb.form()).isEqualTo("base64");
        assertThat(bomb.gzip()).isFalse();
        assertThat(broken.form()).isEqualTo("base64");
    }

    @Test
    void showsAnythingElseAsBase64WithItsFirstBytesInHex() {
        // Given
        byte[] value = new byte[65];
        value[0] = (byte) 0xff;

        // When
        Payload payload = Payload.of(value);

        // Then
        assertThat(payload.form()).isEqualTo("base64");
        assertThat(Base64.getDecoder().decode(payload.base64())).isEqualTo(value);
        assertThat(payload.hex()).startsWith("ff 00").hasSize(64 * 3 - 1);
        assertThat(Payload.of(null).form()).isEqualTo("none");
        assertThat(Payload.of(new byte[0]).form()).isEqualTo("none");
    }
}
