package io.dateline.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.ops.ExitCode;
import io.dateline.local.process.ChildProcess;
import io.dateline.local.state.StateFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildrenTest {
    @TempDir
    private Path root;

    private Children children;

    @BeforeEach
    void none() {
        children = new Children(new StateFolder(root));
    }

    @Test
    void tellsWhichChildDiedAndKeepsItsLastLines() throws InterruptedException {
        // Given
        ChildProcess child = add(Part.STORE, "for i in 1 2 3 4 5; do echo line $i; done; exit 7");

        // When
        Part dead = children.nextDeath();

        // Then
        assertThat(dead).isEqualTo(Part.STORE);
        assertThat(child.exitCode()).isEqualTo(7);
        assertThat(child.lastLines(2)).containsExactly("line 4", "line 5");
        assertThat(children.running()).isEmpty();
        assertThat(children.endedByClock(Part.STORE)).isFalse();
        assertThat(children.lost()).contains(Part.STORE);
    }

    @Test
    void tellsOneThatIsToBeStartedAgainFromOneThatIsLost() throws InterruptedException {
        // Given
        add(Part.INGEST, "exit " + ExitCode.CLOCK_SET_BACK);

        // When
        Part dead = children.nextDeath();

        // Then
        assertThat(dead).isEqualTo(Part.INGEST);
        assertThat(children.endedByClock(Part.INGEST)).isTrue();
        assertThat(children.lost()).isEmpty();

        // When: it is, and ends once more, of something else
        add(Part.INGEST, "exit 1");

        // Then
        assertThat(children.nextDeath()).isEqualTo(Part.INGEST);
        assertThat(children.endedByClock(Part.INGEST)).isFalse();
        assertThat(children.lost()).contains(Part.INGEST);
    }

    @Test
    void tellsOfEachDeathOnce() throws InterruptedException {
        // Given
        add(Part.ENRICH, "exit " + ExitCode.CLOCK_SET_BACK);
        add(Part.STORE, "exit " + ExitCode.CLOCK_SET_BACK);

        // When
        List<Part> dead = List.of(children.nextDeath(), children.nextDeath());

        // Then
        assertThat(dead).containsExactlyInAnyOrder(Part.ENRICH, Part.STORE);
    }

    private ChildProcess add(Part part, String script) {
        ChildProcess child = ChildProcess.start(
                part.label(), List.of("sh", "-c", script), Map.of(), root.resolve(part.label() + ".log"));
        children.add(part, child, () -> child.stop(Duration.ofSeconds(1)));
        return child;
    }
}
