package io.dateline.enrich.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.enrich.Samples;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What was promised of a version: as long as it stays, so does what is found. */
class VersionTest {
    private static final String FILE = "found.tsv";

    @Test
    void findsTheSameAsLongAsItBearsTheSameVersion() throws Exception {
        // Given
        String[] kept = Samples.text(FILE).strip().split("\t");

        // When
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        EnrichedArticle seed = Samples.PIPELINE.enrich(Samples.seed());
        digest.update(MessageCodec.encode(seed));
        for (String text : Samples.TEXTS) {
            digest.update(MessageCodec.encode(Samples.PIPELINE.enrich(
                    Samples.article("A title", Samples.text(text)).build())));
        }
        String version = seed.enrichment().version();
        String found = HexFormat.of().formatHex(digest.digest(), 0, 16);

        // Then
        if (kept[0].equals(version)) {
            assertThat(found)
                    .as("the steps find something else: raise the version of the one that changed, then write %s", FILE)
                    .isEqualTo(kept[1]);
        }
        assertThat(kept)
                .as("a new version: write \"%s\t%s\" to %s", version, found, FILE)
                .containsExactly(version, found);
    }
}
