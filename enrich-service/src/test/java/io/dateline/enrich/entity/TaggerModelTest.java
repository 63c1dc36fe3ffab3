package io.dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.gazetteer.GazetteerFiles;
import io.dateline.enrich.text.ModelFiles;
import io.dateline.enrich.text.Tokenizer;
import io.dateline.enrich.text.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaggerModelTest {
    private static final Lexica LEXICA = Lexica.load(ModelFiles.bundled());
    private static final Gazetteer GAZETTEER = GazetteerFiles.load(ModelFiles.bundled());
    private static final Tokens TEXT = Tokenizer.tokenize("Yesterday Ivan Petrov met Acme Corp in Vilnius.");
    private static final byte[] LABELS = {
        0,
        label(TagSet.PER, TagSet.BEGIN),
        label(TagSet.PER, TagSet.LAST),
        0,
        label(TagSet.ORG, TagSet.BEGIN),
        label(TagSet.ORG, TagSet.LAST),
        0,
        label(TagSet.LOC, TagSet.UNIT),
        0
    };

    @TempDir
    private Path folder;

    private static byte label(int type, int position) {
        return (byte) TagSet.label(type, position);
    }

    private static WeightTable trained(int bits, byte[] first) {
        PerceptronTrainer trainer = new PerceptronTrainer(bits, LEXICA, GAZETTEER);
        for (int epoch = 0; epoch < 10; epoch++) {
            trainer.learn(TEXT, LABELS, first);
        }
        return trainer.weights();
    }

    private static byte[] written(TaggerModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private TaggerModel loaded(byte[] bytes) throws IOException {
        Path file = folder.resolve(TaggerModel.FILE);
        Files.createDirectories(file.getParent());
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(bytes);
        }
        return TaggerModel.load(ModelFiles.in(folder));
    }

    @Test
    void tagsAfterReadingAsBeforeWriting() throws IOException {
        // Given
        TaggerModel model = new TaggerModel(trained(16, null), trained(16, LABELS));
        // When
        TaggerModel read = loaded(written(model));
        // Then
        assertThat(new Tagger(read, LEXICA, GAZETTEER).tag(TEXT)).isEqualTo(LABELS);
        assertThat(written(read)).isEqualTo(written(model));
    }

    @Test
    void refusesWhatIsShorterOrLongerThanItsHeaderSays() throws IOException {
        // Given
        byte[] whole = written(new TaggerModel(trained(12, null), trained(12, LABELS)));
        // When / Then
        assertThatThrownBy(() -> loaded(Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOf(ModelFiles.Unusable.class);
        assertThatThrownBy(() -> loaded(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(ModelFiles.Unusable.class);
    }

    @Test
    void refusesPassesThatDifferInSize() throws IOException {
        // Given
        byte[] uneven = written(new TaggerModel(trained(12, null), trained(13, LABELS)));
        // When / Then
        assertThatThrownBy(() -> loaded(uneven))
                .isInstanceOf(ModelFiles.Unusable.class)
                .hasMessageContaining("differ in size");
    }
}
