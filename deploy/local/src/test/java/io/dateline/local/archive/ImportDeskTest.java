package io.dateline.local.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportDeskTest {
    @TempDir
    Path folder;

    private Path imports;
    private ImportDesk desk;

    @BeforeEach
    void desk() {
        imports = folder.resolve("imports");
        desk = new ImportDesk(imports);
    }

    @Test
    void bringsAFileOnceAndAnswersTheSamePathAgain() throws IOException {
        // given
        Path file = Files.writeString(folder.resolve("news.ndjson"), "{}");

        // when
        String first = desk.bring(file);
        String again = desk.bring(file);

        // then
        assertThat(first).isEqualTo("news.ndjson");
        assertThat(again).isEqualTo(first);
        assertThat(imports.resolve("news.ndjson")).hasContent("{}");
    }

    @Test
    void bringsAFolderWithAllThatLiesInIt() throws IOException {
        // given
        Files.createDirectories(folder.resolve("wire/2016"));
        Files.writeString(folder.resolve("wire/2016/a.txt"), "a");

        // when
        String path = desk.bring(folder.resolve("wire"));

        // then
        assertThat(path).isEqualTo("wire");
        assertThat(imports.resolve("wire/2016/a.txt")).hasContent("a");
    }

    @Test
    void leavesWhatLiesThereAlready() throws IOException {
        // given
        Files.createDirectories(imports.resolve("deep"));
        Path inside = Files.writeString(imports.resolve("deep/a.warc.gz"), "x");
        Path other = Files.writeString(folder.resolve("taken.ndjson"), "mine");
        Files.writeString(imports.resolve("taken.ndjson"), "another's");

        // when, then
        assertThat(desk.bring(inside)).isEqualTo("deep/a.warc.gz");
        assertThatThrownBy(() -> desk.bring(other)).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> desk.bring(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
        assertThat(imports.resolve("taken.ndjson")).hasContent("another's");
    }

    @Test
    void doesNotBringAFolderIntoItself() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("a.txt"), "one");

        // When, Then
        assertThatThrownBy(() -> desk.bring(folder))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("holds the import folder itself");
        assertThat(file).exists();
    }
}
