package io.dateline.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PidFileTest {
    @TempDir
    Path folder;

    @Test
    void findsAProcessThatRuns() {
        // Given
        PidFile file = new PidFile(folder.resolve("run/a.pid"));

        // When
        file.write(ProcessHandle.current());

        // Then
        assertThat(file.running()).contains(ProcessHandle.current());
    }

    @Test
    void isStaleOnceTheProcessHasEnded() throws Exception {
        // Given
        Process process = new ProcessBuilder("sleep", "60").start();
        PidFile file = new PidFile(folder.resolve("a.pid"));
        file.write(process.toHandle());

        // When
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();

        // Then
        assertThat(file.present()).isTrue();
        assertThat(file.running()).isEmpty();
    }

    @Test
    void isStaleWhereTheIdBelongsToAnotherProcessNow() throws IOException {
        // Given
        Path path = folder.resolve("a.pid");
        long start = ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();

        // When
        Files.writeString(path, ProcessHandle.current().pid() + " " + (start - 60_000) + "\n");

        // Then
        assertThat(new PidFile(path).running()).isEmpty();
    }

    @Test
    void goesByTicksSinceTheMachineStartedWhichNoClockMoves() throws IOException {
        // Given: the clock was set an hour back since, or somebody else has the id
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/stat")), "there is no /proc here");
        Path path = folder.resolve("a.pid");
        new PidFile(path).write(ProcessHandle.current());
        String[] parts = Files.readString(path).strip().split(" ");
        String hourOff = Long.toString(Long.parseLong(parts[1]) - 3_600_000);
        String other = Long.toString(Long.parseLong(parts[2]) + 1);

        // When, Then
        Files.writeString(path, String.join(" ", parts[0], hourOff, parts[2]) + "\n");
        assertThat(new PidFile(path).running()).contains(ProcessHandle.current());
        Files.writeString(path, String.join(" ", parts[0], parts[1], other) + "\n");
        assertThat(new PidFile(path).running()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "12", "12 x", "99999999999999999999 1", "12 1 1 1"})
    void isStaleWhereItSaysNothingUseful(String content) throws IOException {
        // Given
        Path path = folder.resolve("a.pid");

        // When
        Files.writeString(path, content);

        // Then
        assertThat(new PidFile(path).running()).isEmpty();
    }
}
