package io.dateline.contracts.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedKeysTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @TempDir
    private Path folder;

    private final Credential credential = Credential.random(new SecureRandom());
    private Instant now = Instant.parse("2026-11-25T08:00:00Z");
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("keys");
        Files.write(file, List.of(KeysFile.line(credential.key(Scope.READ, DAY, ""))));
    }

    private boolean opens(WatchedKeys keys) {
        return keys.current().find(credential).isPresent();
    }

    @Test
    void seesAChangeAfterASecondAndNotBefore() throws IOException {
        // Given
        WatchedKeys keys = new WatchedKeys(file, () -> now);
        assertThat(opens(keys)).isTrue();
        Files.write(file, List.of("# all revoked"));

        // When
        now = now.plus(WatchedKeys.PAUSE).minusNanos(1);
        boolean before = opens(keys);
        now = now.plusNanos(1);
        boolean after = opens(keys);

        // Then
        assertThat(before).isTrue();
        assertThat(after).isFalse();
    }

    @Test
    void aBrokenLineOpensNothingAndTheOthersHold() throws IOException {
        // Given
        WatchedKeys keys = new WatchedKeys(file, () -> now);
        Files.write(file, List.of("half a li", KeysFile.line(credential.key(Scope.READ, DAY, ""))));

        // When
        now = now.plus(Duration.ofSeconds(1));

        // Then
        assertThat(opens(keys)).isTrue();
    }

    @Test
    void aFileThatIsGoneOpensNothingUntilItIsBack() throws IOException {
        // Given
        WatchedKeys keys = new WatchedKeys(file, () -> now);
        byte[] content = Files.readAllBytes(file);

        // When
        Files.delete(file);
        now = now.plus(Duration.ofSeconds(1));
        boolean gone = opens(keys);
        Files.write(file, content);
        now = now.plus(Duration.ofSeconds(1));
        boolean back = opens(keys);

        // Then
        assertThat(gone).isFalse();
        assertThat(back).isTrue();
    }

    @Test
    void aFaultAtTheStartIsNoStart() throws IOException {
        // Given
        Files.write(file, List.of("# one", "dl_abcd_secret"));

        // When / Then
        assertThatThrownBy(() -> new WatchedKeys(file, () -> now))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> new WatchedKeys(folder.resolve("nosuch"), () -> now))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nosuch");
    }

    @Test
    void readsAFileOfTheLargestSizeAndNotOneByteMore() throws IOException {
        // Given
        String line = Files.readString(file);
        Files.writeString(file, line + "#".repeat((int) WatchedKeys.LARGEST - line.length()));

        // When
        boolean atLimit = opens(new WatchedKeys(file, () -> now));
        Files.writeString(file, Files.readString(file) + "#");

        // Then
        assertThat(atLimit).isTrue();
        assertThatThrownBy(() -> new WatchedKeys(file, () -> now)).isInstanceOf(IllegalStateException.class);
    }
}
