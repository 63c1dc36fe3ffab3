package io.dateline.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    @TempDir
    Path root;

    @Test
    void keepsOnePasswordThatOnlyTheOwnerReads() throws IOException {
        // Given
        StateFolder state = new StateFolder(root);

        // When
        String password = state.postgresPassword();

        // Then
        assertThat(password).hasSize(32).isEqualTo(new StateFolder(root).postgresPassword());
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(root.resolve("secrets/postgresql.password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void wipesItsOwnDataAndNothingElse() throws IOException {
        // Given
        StateFolder state = new StateFolder(root);
        state.prepare();
        String before = state.postgresPassword();
        Files.createDirectories(state.kafka().resolve("data"));
        Files.writeString(state.kafka().resolve("data/log"), "x");
        Files.writeString(root.resolve("letter.txt"), "somebody else's");
        Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("kept"), "x");
        Files.createSymbolicLink(state.newsroom(), elsewhere);
        Path own = Files.writeString(state.freshLog("supervisor"), "being read");
        Path other = Files.writeString(state.freshLog("store"), "of an earlier run");

        // When
        state.wipe();

        // Then
        assertThat(state.kafka()).doesNotExist();
        assertThat(state.incoming()).doesNotExist();
        assertThat(own).exists();
        assertThat(other).doesNotExist();
        assertThat(root.resolve("letter.txt")).exists();
        assertThat(elsewhere.resolve("kept")).exists();
        assertThat(state.postgresPassword()).isNotEqualTo(before);
    }

    @Test
    void keepsTheLogOfTheRunBefore() throws IOException {
        // Given
        StateFolder state = new StateFolder(root);
        Files.writeString(state.freshLog("store"), "first run");

        // When
        Path log = state.freshLog("store");

        // Then
        assertThat(log).doesNotExist();
        assertThat(root.resolve("logs/store.log.1")).hasContent("first run");
    }

    @Test
    void givesItsLockToOneHolderAtATime() {
        // Given
        StateFolder state = new StateFolder(root);

        // When
        SystemLock first = SystemLock.tryTake(state.lockFile()).orElseThrow();

        // Then
        assertThat(SystemLock.tryTake(state.lockFile())).isEmpty();
        first.close();
        assertThat(SystemLock.tryTake(state.lockFile())).isPresent();
    }
}
