package io.dateline.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.access.AccessKey;
import io.dateline.contracts.access.Credential;
import io.dateline.contracts.access.Scope;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeysTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @TempDir
    private Path folder;

    private String signature(LocalKeys keys) {
        return keys.sign(HttpRequest.newBuilder(URI.create("http://127.0.0.1/")))
                .build()
                .headers()
                .firstValue("X-Api-Key")
                .orElse(null);
    }

    @Test
    void theFirstKeyComesWithOneForOurOwnCommands() throws IOException {
        // Given
        LocalKeys keys = new StateFolder(folder).keys();
        String before = signature(keys);

        // When
        Credential made = keys.add(Scope.READ, "dashboard", DAY);

        // Then
        assertThat(before).isNull();
        assertThat(signature(keys)).startsWith("dl_").isNotEqualTo(made.reveal());
        assertThat(keys.read().keys()).extracting(AccessKey::scope).containsExactly(Scope.WRITE, Scope.READ);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.file())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(keys.file()))
                .contains("dashboard")
                .doesNotContain(made.reveal().substring(12))
                .doesNotContain(signature(keys).substring(12));
    }

    @Test
    void ourCommandsGetANewKeyWhereTheFileOfTheirOldOneIsGone() throws IOException {
        // Given
        LocalKeys keys = new StateFolder(folder).keys();
        keys.add(Scope.READ, "dashboard", DAY);
        String first = signature(keys);
        keys.add(Scope.READ, "another", DAY);
        String second = signature(keys);
        Files.delete(keys.file());

        // When
        keys.add(Scope.READ, "dashboard", DAY);

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(signature(keys)).startsWith("dl_").isNotEqualTo(first);
        assertThat(keys.read().keys()).extracting(AccessKey::scope).containsExactly(Scope.WRITE, Scope.READ);
    }

    @Test
    void whoCouldReadTheFileStillCan() throws IOException {
        // Given
        LocalKeys keys = new LocalKeys(folder.resolve("shared"), null);
        Credential made = keys.add(Scope.READ, "dashboard", DAY);
        Files.setPosixFilePermissions(keys.file(), PosixFilePermissions.fromString("rw-r-----"));

        // When
        keys.add(Scope.READ, "another", DAY);
        keys.revoke(made.id());

        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.file())))
                .isEqualTo("rw-r-----");
    }

    @Test
    void aRevokedKeyStaysAsAMemory() {
        // Given
        LocalKeys keys = new LocalKeys(folder.resolve("elsewhere"), null);
        Credential made = keys.add(Scope.OPERATE, "gone soon", DAY);

        // When
        boolean revoked = keys.revoke(made.id());

        // Then
        assertThat(revoked).isTrue();
        assertThat(keys.revoke("nosuch")).isFalse();
        assertThat(keys.read().keys()).singleElement().satisfies(key -> {
            assertThat(key.revoked()).isTrue();
            assertThat(LocalKeys.shown(key)).contains(made.id(), "operate", "REVOKED", "gone soon");
        });
    }

    @Test
    void startingAfreshLeavesTheDoorClosed() throws IOException {
        // Given
        StateFolder state = new StateFolder(folder);
        state.keys().add(Scope.READ, "", DAY);
        Files.createDirectories(folder.resolve("secrets"));

        // When
        state.wipe();

        // Then
        assertThat(state.keys().exist()).isTrue();
    }
}
