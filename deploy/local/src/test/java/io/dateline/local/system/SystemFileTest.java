package io.dateline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.local.process.ChildProcess;
import io.dateline.local.state.StateFolder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemFileTest {
    @TempDir
    Path root;

    @Test
    void readsWhatWasWritten() {
        // Given
        SystemFile written = new SystemFile(new PortPlan(9000), List.of(Part.KAFKA, Part.STORE), true);

        // When
        written.write(root.resolve("system.properties"));

        // Then
        assertThat(SystemFile.read(root.resolve("system.properties"))).contains(written);
        assertThat(SystemFile.read(root.resolve("none"))).isEmpty();
    }

    @Test
    void stopsWhatAKilledRunLeftBehindAndRemovesStalePidFiles() throws Exception {
        // Given
        StateFolder state = new StateFolder(root);
        ChildProcess left = ChildProcess.start("left", List.of("sleep", "300"), Map.of(), root.resolve("left.log"));
        state.pid("store").write(left.handle());
        Files.writeString(root.resolve("run/kafka.pid"), "1 12345\n");
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        // When
        int stopped = new Leftovers(state, new Progress(new PrintStream(said))).stop();

        // Then
        assertThat(stopped).isEqualTo(1);
        assertThat(left.ended(Duration.ofSeconds(5))).isTrue();
        assertThat(said.toString())
                .contains("store was left over from a run that was killed (pid " + left.pid() + ")")
                .contains("stale pid file of kafka removed");
        assertThat(state.pid("store").present()).isFalse();
        assertThat(state.pid("kafka").present()).isFalse();
        assertThat(ProcessHandle.of(1)).isPresent();
    }
}
