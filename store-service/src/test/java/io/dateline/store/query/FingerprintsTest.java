package io.dateline.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
    private static String of(int... places) {
        ByteBuffer bytes = ByteBuffer.allocate(places.length * Integer.BYTES);
        IntStream.of(places).forEach(bytes::putInt);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    @Test
    void sharesWhatPlacesAreEqual() {
        assertThat(Fingerprints.alike(of(1, 2, 3, 4), of(1, 2, 3, 4))).isEqualTo(1.0);
        assertThat(Fingerprints.alike(of(1, 2, 3, 4), of(1, 9, 3, 9))).isEqualTo(0.5);
        assertThat(Fingerprints.alike(of(1, 2), of(2, 1))).isEqualTo(0.0);
    }

    @Test
    void saysNothingOfTextsTooShortOrSignaturesOfOtherLengths() {
        assertThat(Fingerprints.alike(null, of(1))).isNull();
        assertThat(Fingerprints.alike(of(1), null)).isNull();
        assertThat(Fingerprints.alike(of(1), of(1, 2))).isNull();
        assertThat(Fingerprints.alike("", "")).isNull();
        assertThat(Fingerprints.alike("of another make", of(1))).isNull();
    }
}
