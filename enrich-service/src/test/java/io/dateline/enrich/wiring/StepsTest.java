package io.dateline.enrich.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.enrich.text.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepsTest {
    @TempDir
    Path folder;

    private void copyModels() throws IOException {
        Path models = Path.of("models");
        try (Stream<Path> files = Files.walk(models)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(models.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ner/tagger.bin.gz",
                "lexica/lexica.bin.gz",
                "gazetteer/places.tsv.gz",
                "gazetteer/demonyms.tsv",
                "topics/media-topics.tsv",
                "topics/lexicon.tsv",
                "topics/vague.tsv",
                "language/function-words.tsv"
            })
    void refusesToStartWithoutAFileOrWithADamagedOne(String file) throws IOException {
        // Given
        copyModels();
        Path path = folder.resolve(file);
        byte[] whole = Files.readAllBytes(path);
        // When a file is missing, then
        Files.delete(path);
        assertThatThrownBy(() -> Steps.pipeline(ModelFiles.in(folder), Set.of()))
                .isInstanceOf(ModelFiles.Unusable.class)
                .hasMessageContaining(file);
        // When it is cut short in the middle of a line or a block, then
        Files.write(path, java.util.Arrays.copyOf(whole, file.endsWith(".gz") ? whole.length / 2 : 150));
        if (file.endsWith(".gz")) {
            assertThatThrownBy(() -> Steps.pipeline(ModelFiles.in(folder), Set.of()))
                    .isInstanceOf(ModelFiles.Unusable.class)
                    .hasMessageContaining(file);
        }
        // When it holds something else, then
        Files.writeString(path, "something else\n");
        assertThatThrownBy(() -> Steps.pipeline(ModelFiles.in(folder), Set.of()))
                .isInstanceOf(ModelFiles.Unusable.class)
                .hasMessageContaining(file);
    }

    @Test
    void refusesToSwitchOffAStepThatIsNotThere() {
        // When / Then
        assertThatThrownBy(() -> Steps.pipeline(ModelFiles.bundled(), Set.of("topics")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("topics");
    }
}
