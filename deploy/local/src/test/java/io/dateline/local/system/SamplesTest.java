package io.dateline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.local.state.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {
    @TempDir
    Path root;

    @Test
    void dropsTheWireFileOnceAndUnchanged() throws Exception {
        // Given
        StateFolder state = new StateFolder(root);
        state.prepare();
        Samples samples = new Samples(state, new PortPlan(8080));

        // When
        boolean first = samples.dropWireFile();
        byte[] dropped = takeOnlyFile(state.incoming());
        boolean second = samples.dropWireFile();

        // Then
        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(state.incoming()).isEmptyDirectory();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(dropped)))
                .isEqualTo("ec85e9ac30dd8e31956ce59b929c24de1417abd1e1e596478797d73c1b053b76");
    }

    private static byte[] takeOnlyFile(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            Path only = files.toList().get(0);
            byte[] bytes = Files.readAllBytes(only);
            Files.delete(only);
            return bytes;
        }
    }
}
