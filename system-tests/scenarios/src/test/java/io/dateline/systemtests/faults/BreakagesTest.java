package io.dateline.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.systemtests.system.Checkout;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code system-tests/breakage} breaks on purpose must still be there: a patch that no longer fits shows nothing. */
class BreakagesTest {
    /** As the last line of a run names them. */
    private static final List<String> KINDS = Arrays.stream(Verdict.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    private static final String TARGET = "+++ b/";

    static Stream<Path> patches() throws IOException {
        return Files.list(Checkout.root().resolve("system-tests/scenarios/breakages"));
    }

    /**
     * A place in a file.
     *
     * @param before the lines that the patch expects there
     */
    private record Hunk(Path file, List<String> before) {}

    private static List<Hunk> hunks(Path patch) throws IOException {
        List<Hunk> hunks = new ArrayList<>();
        Path file = null;
        for (String line : Files.readAllLines(patch)) {
            if (line.startsWith(TARGET)) {
                file = Checkout.root().resolve(line.substring(TARGET.length()));
            } else if (line.startsWith("@@")) {
                hunks.add(new Hunk(file, new ArrayList<>()));
            } else if (!hunks.isEmpty() && (line.startsWith(" ") || line.startsWith("-") && !line.startsWith("---"))) {
                hunks.get(hunks.size() - 1).before().add(line.substring(1));
            }
        }
        return hunks;
    }

    @ParameterizedTest
    @MethodSource("patches")
    void saysWhatItBreaksWhatMustBeFoundAndWhatIsRun(Path patch) throws IOException {
        // When
        List<String> lines = Files.readAllLines(patch);
        List<String> head = lines.subList(
                0,
                lines.indexOf(lines.stream()
                        .filter(line -> line.startsWith("diff "))
                        .findFirst()
                        .orElseThrow()));

        // Then
        assertThat(head.get(0)).endsWith(".");
        assertThat(head)
                .filteredOn(line -> line.startsWith("Expect: "))
                .singleElement()
                .satisfies(
                        line -> assertThat(line.substring("Expect: ".length()).split(" "))
                                .isSubsetOf(KINDS));
        assertThat(head)
                .filteredOn(line -> line.startsWith("Run: -Ddateline.faults."))
                .hasSize(1);
        // One service at a time is built anew.
        assertThat(hunks(patch))
                .extracting(hunk -> Checkout.root().relativize(hunk.file()).getName(0))
                .containsOnly(
                        Checkout.root().relativize(hunks(patch).get(0).file()).getName(0));
    }

    @ParameterizedTest
    @MethodSource("patches")
    void fitsTheServiceAsItIs(Path patch) throws IOException {
        // When
        List<Hunk> hunks = hunks(patch);

        // Then
        assertThat(hunks).isNotEmpty();
        for (Hunk hunk : hunks) {
            assertThat(hunk.before()).isNotEmpty();
            assertThat(Files.readAllLines(hunk.file()))
                    .as("%s in %s", patch.getFileName(), hunk.file().getFileName())
                    .containsSequence(hunk.before());
        }
    }
}
