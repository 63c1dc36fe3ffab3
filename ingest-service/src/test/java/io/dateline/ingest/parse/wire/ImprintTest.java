package io.dateline.ingest.parse.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImprintTest {
    @Test
    void takesNoTimeOverALineThatIsTooLongToBeOne() {
        // Given
        List<String> lines = List.of("The harbour reopened on Monday.", "Tel" + " ".repeat(1_000_000) + "x");

        // When / Then
        assertTimeout(Duration.ofSeconds(5), () -> {
            Imprint imprint = new Imprint(lines);
            assertThat(imprint.contact(1)).isFalse();
            assertThat(imprint.copyright(1)).isFalse();
        });
    }

    @Test
    void readsManyCopyrightLinesInLinearTime() {
        // Given
        int many = 100_000;
        List<String> lines = Collections.nCopies(many, "(c) 2020 Meridian");

        // When / Then
        assertTimeout(Duration.ofSeconds(10), () -> {
            Imprint imprint = new Imprint(lines);
            assertThat(IntStream.range(0, many).filter(imprint::copyright).count())
                    .isEqualTo(many);
        });
    }

    @Test
    void takesTheThirdOfAListForCopy() {
        // Given
        Imprint imprint = new Imprint(List.of("(a) One of them.", "(b) Two of them.", "(c) 2020 Meridian"));

        // When / Then
        assertThat(imprint.copyright(2)).isFalse();
    }
}
