package io.dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.gazetteer.GazetteerFiles;
import io.dateline.enrich.text.ModelFiles;
import io.dateline.enrich.text.Tokenizer;
import io.dateline.enrich.text.Tokens;
import org.junit.jupiter.api.Test;

class TaggerTest {
    private static final int BUCKETS = 1 << 16;
    private static final Lexica LEXICA = Lexica.load(ModelFiles.bundled());
    private static final Gazetteer GAZETTEER = GazetteerFiles.load(ModelFiles.bundled());
    private static final Tokens TEXT = Tokenizer.tokenize("Reporters met Quorbex zons who smiled.");

    /** A model for which some words alone speak for a label. */
    private static final class Weights {
        private final byte[] weights = new byte[BUCKETS * TagSet.STRIDE];
        private final Features features = new Features(TEXT, new WordFacts(TEXT, LEXICA, GAZETTEER), BUCKETS);

        Weights word(int token, int label) {
            features.compute(token, TagSet.OUTSIDE, TagSet.OUTSIDE);
            // The second feature is the word itself.
            weights[features.addresses()[1] * TagSet.STRIDE + label] = 100;
            return this;
        }

        WeightTable table() {
            return new WeightTable(BUCKETS, weights);
        }
    }

    @Test
    void asksTheWholeOfAWordThatOnlyTheSecondPassFindsInAName() {
        // Given: a first pass that finds nothing, and a second for which a name begins with a capital and ends with a
        // small word
        int begins = TagSet.label(TagSet.ORG, TagSet.BEGIN);
        int ends = TagSet.label(TagSet.ORG, TagSet.LAST);
        WeightTable first = new Weights().table();
        WeightTable second = new Weights().word(2, begins).word(3, ends).table();

        // When
        byte[] labels = new Tagger(new TaggerModel(first, second), LEXICA, GAZETTEER).tag(TEXT);

        // Then
        assertThat(labels).isEqualTo(new byte[] {0, 0, (byte) begins, (byte) ends, 0, 0, 0});
    }
}
