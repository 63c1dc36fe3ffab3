package io.dateline.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireFolderTest {
    private static final Instant NOW = Instant.now();

    @TempDir
    Path folder;

    private WireFolder one;
    private WireFolder other;

    @BeforeEach
    void folders() throws IOException {
        one = new WireFolder(folder, Duration.ofSeconds(1), Duration.ofSeconds(30));
        other = new WireFolder(folder, Duration.ofSeconds(1), Duration.ofSeconds(30));
        one.create();
    }

    @Test
    void takesAFileThatHasComeToRestAndOnlyOnce() throws IOException {
        // given
        drop("story.txt", NOW.minusSeconds(10));
        one.claim(NOW);
        other.claim(NOW);

        // when
        List<WireFolder.Claimed> first = one.claim(NOW);
        List<WireFolder.Claimed> second = other.claim(NOW);

        // then
        assertThat(first).extracting(WireFolder.Claimed::name).containsExactly("story.txt");
        assertThat(second).isEmpty();
        assertThat(folder.resolve("incoming/story.txt")).doesNotExist();
    }

    @Test
    void leavesAloneWhatIsGrowingOrHidden() throws IOException {
        // given
        drop(".hidden.txt", NOW.minusSeconds(10));
        Path growing = drop("growing.txt", NOW.minusSeconds(10));
        one.claim(NOW);
        Files.writeString(growing, "more and more");
        Files.setLastModifiedTime(growing, FileTime.from(NOW.minusSeconds(9)));

        // when
        List<WireFolder.Claimed> claimed = one.claim(NOW);

        // then
        assertThat(claimed).isEmpty();
        assertThat(one.claim(NOW)).extracting(WireFolder.Claimed::name).containsExactly("growing.txt");
    }

    @Test
    void takesOverWhatACrashLeftBehind() throws IOException {
        // given
        drop("story.txt", NOW.minusSeconds(10));
        one.claim(NOW);
        WireFolder.Claimed left = one.claim(NOW).get(0);
        assertThat(other.claim(NOW)).isEmpty();

        // when
        List<WireFolder.Claimed> claimed = other.claim(Instant.now().plusSeconds(31));

        // then
        assertThat(claimed).extracting(WireFolder.Claimed::name).containsExactly("story.txt");
        assertThat(left.path()).doesNotExist();
    }

    @Test
    void takesAFileOfTheFutureThatHasComeToRest() throws IOException {
        // given: whoever dropped it has a clock that is ahead, or ours is behind
        drop("story.txt", NOW.plusSeconds(3_600));
        one.claim(NOW);

        // when
        List<WireFolder.Claimed> claimed = one.claim(NOW);

        // then
        assertThat(claimed).extracting(WireFolder.Claimed::name).containsExactly("story.txt");
    }

    @Test
    void takesOverWhatACrashLeftBehindWhileTheClockWasAhead() throws IOException {
        // given
        drop("story.txt", NOW.minusSeconds(10));
        one.claim(NOW);
        WireFolder.Claimed left = one.claim(NOW).get(0);

        // when
        List<WireFolder.Claimed> early = other.claim(Instant.now().minusSeconds(20));
        List<WireFolder.Claimed> claimed = other.claim(Instant.now().minusSeconds(3_600));

        // then
        assertThat(early).isEmpty();
        assertThat(claimed).extracting(WireFolder.Claimed::name).containsExactly("story.txt");
        assertThat(left.path()).doesNotExist();
    }

    @Test
    void keepsTheReasonBesideARejectedFileAndOverwritesNone() throws IOException {
        // given
        drop("story.txt", NOW.minusSeconds(10));
        Files.writeString(folder.resolve("rejected/story.txt"), "an earlier one");
        one.claim(NOW);
        WireFolder.Claimed claimed = one.claim(NOW).get(0);

        // when
        one.reject(claimed, "malformed-document: no text");

        // then
        assertThat(folder.resolve("rejected/story.txt")).hasContent("an earlier one");
        try (var files = Files.list(folder.resolve("rejected"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".reason")))
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasContent("malformed-document: no text"));
        }
    }

    @Test
    void clearsAwayAnUnfinishedCopyOfOneThatDied() throws IOException {
        // given
        Path copy = Files.writeString(folder.resolve("working/.12345678~87654321~story.txt"), "te");

        // when
        List<WireFolder.Claimed> early = one.claim(Instant.now());
        boolean kept = Files.exists(copy);
        List<WireFolder.Claimed> late = one.claim(Instant.now().plusSeconds(31));

        // then
        assertThat(early).isEmpty();
        assertThat(kept).isTrue();
        assertThat(late).isEmpty();
        assertThat(copy).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"186,.txt,true", "187,.txt,false", "187,.nomoreanextension,false"})
    void shortensANameThatLeavesNoRoomBesideIt(int length, String extension, boolean kept) {
        // given
        String name = "\u00e4".repeat(length / 2) + "x".repeat(length % 2) + extension;

        // when
        String fitting = WireName.fitting(name);

        // then
        assertThat(fitting.equals(name)).isEqualTo(kept);
        assertThat(fitting.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(WireName.LONGEST);
        assertThat(fitting.endsWith(".txt")).isEqualTo(extension.equals(".txt"));
        assertThat(WireName.fitting("another" + name)).isNotEqualTo(fitting);
    }

    private Path drop(String name, Instant changed) throws IOException {
        Path file = Files.writeString(folder.resolve("incoming").resolve(name), "text");
        Files.setLastModifiedTime(file, FileTime.from(changed));
        return file;
    }
}
