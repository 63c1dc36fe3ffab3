package io.dateline.enrich.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.enrich.Samples;
import io.dateline.enrich.text.Tokenizer;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class FingerprintStepTest {

    private static double likeness(String one, String other) {
        ByteBuffer a = bytes(one);
        ByteBuffer b = bytes(other);
        int same = 0;
        for (int slot = 0; slot < FingerprintStep.SLOTS; slot++) {
            same += a.getInt(slot * 4) == b.getInt(slot * 4) ? 1 : 0;
        }
        return same / (double) FingerprintStep.SLOTS;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(Base64.getDecoder().decode(FingerprintStep.fingerprint(Tokenizer.tokenize(text))));
    }

    @Test
    void isTheSameForTheSameWords() {
        // Given
        String text = Samples.text("gum/election.txt");
        // When
        double likeness = likeness(text, text.replace("\n\n", "\n").toUpperCase(java.util.Locale.ROOT));
        // Then
        assertThat(likeness).isEqualTo(1);
    }

    @Test
    void isAlikeWhereMostOfTheTextIs() {
        // Given
        String text = Samples.text("gum/election.txt");
        // When
        double cut = likeness(text, text.substring(0, text.length() * 6 / 10));
        double other = likeness(text, Samples.text("gum/ie9.txt"));
        // Then
        assertThat(cut).isBetween(0.4, 0.8);
        assertThat(other).isLessThan(0.1);
    }

    @Test
    void isAbsentForATextOfAFewWords() {
        // When
        String nine = FingerprintStep.fingerprint(Tokenizer.tokenize("one two three four five six seven eight nine"));
        String ten =
                FingerprintStep.fingerprint(Tokenizer.tokenize("one two three four five six seven eight nine ten"));
        // Then
        assertThat(nine).isNull();
        assertThat(ten).hasSize(684);
    }
}
