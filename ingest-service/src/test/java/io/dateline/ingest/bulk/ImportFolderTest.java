package io.dateline.ingest.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.http.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportFolderTest {
    @TempDir
    Path outside;

    private Path root;
    private ImportFolder folder;

    @BeforeEach
    void folder() throws IOException {
        root = Files.createDirectory(outside.resolve("imports"));
        Files.writeString(outside.resolve("secret.txt"), "secret");
        Files.createDirectories(root.resolve("a/b"));
        Files.writeString(root.resolve("a/b/two.txt"), "22");
        Files.writeString(root.resolve("a/one.ndjson"), "1");
        folder = new ImportFolder(root);
    }

    @Test
    void listsFilesInOrderAndLeavesOutWhatIsNoneOfTheImport() throws IOException {
        // given
        Files.writeString(root.resolve("a/.hidden"), "x");
        Files.createDirectory(root.resolve("a/.git"));
        Files.writeString(root.resolve("a/.git/config"), "x");
        Files.writeString(root.resolve("a/import-1.rejected"), "x");
        Files.createSymbolicLink(root.resolve("a/link.txt"), outside.resolve("secret.txt"));
        Files.createSymbolicLink(root.resolve("a/linked"), outside);

        // when, then
        assertThat(folder.files("a")).extracting(ImportFolder.Entry::name).containsExactly("b/two.txt", "one.ndjson");
        assertThat(folder.files("a")).extracting(ImportFolder.Entry::bytes).containsExactly(2L, 1L);
        assertThat(folder.files("a/one.ndjson"))
                .extracting(ImportFolder.Entry::name)
                .containsExactly("one.ndjson");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.txt",
                "a/../../secret.txt",
                "/etc/passwd",
                "a/b/../../../secret.txt",
                "..",
                "nothing-here",
                "a\0b",
                "out",
                "outfolder/secret.txt"
            })
    void refusesWhatLiesOutside(String path) throws IOException {
        // given
        Files.createSymbolicLink(root.resolve("out"), outside.resolve("secret.txt"));
        Files.createSymbolicLink(root.resolve("outfolder"), outside);

        // when, then
        assertThatThrownBy(() -> folder.check(path))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("invalid-import"));
    }

    @Test
    void takesPathsThatStayInside() throws IOException {
        // given
        Files.createSymbolicLink(root.resolve("alias"), root.resolve("a"));

        // when, then
        assertThat(folder.check("a/../a/one.ndjson")).isEqualTo("a/one.ndjson");
        assertThat(folder.check(root.resolve("a").toString())).isEqualTo("a");
        assertThat(folder.check("alias")).isEqualTo("a");
        assertThat(folder.check(".")).isEmpty();
    }

    @Test
    void doesNotOpenAFileThatBecameALink() throws IOException {
        // given
        ImportFolder.Entry entry = folder.files("a").get(1);
        Files.delete(entry.path());
        Files.createSymbolicLink(entry.path(), outside.resolve("secret.txt"));

        // when, then
        assertThatThrownBy(() -> folder.open(entry.path())).isInstanceOf(ProblemException.class);
    }

    @Test
    void takesAsManyFilesAsAreAllowedAndNotOneMore() throws IOException {
        // given
        Path many = Files.createDirectory(root.resolve("many"));
        for (int i = 0; i < ImportFolder.FILES; i++) {
            Files.createFile(many.resolve("f" + i));
        }

        // when, then
        assertThat(folder.files("many")).hasSize(ImportFolder.FILES);
        Files.createFile(many.resolve("one-more"));
        assertThatThrownBy(() -> folder.files("many"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("too-large"));
    }
}
