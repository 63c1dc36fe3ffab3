package io.dateline.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "12", "12 x", "99999999999999999999 1"})
    void isStaleWhereItSaysNothingUseful(String content) throws IOException {
        // Given
        Path path = folder.resolve("a.pid");

        // When
        Files.writeString(path, content);

        // Then
        assertThat(new PidFile(path).running()).isEmpty();
    }
}
