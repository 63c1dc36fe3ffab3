package io.dateline.systemtests.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllBenchesTest {
    @TempDir
    Path folder;

    @Test
    void writesTheTableInPlaceOfTheOneBeforeAndGoesOnWhereOneFails() throws IOException {
        // Given
        Path page = folder.resolve("page.md");
        Files.writeString(page, "# Before\n" + AllBenches.BEGIN + "\nold\n" + AllBenches.END + "\nafter\n");
        Map<String, Supplier<String>> benches = new LinkedHashMap<>();
        benches.put("broken", () -> {
            throw new IllegalStateException("nothing came");
        });
        benches.put("whole --articles 3", () -> "articles=3 per_s=7");

        // When
        String result = new AllBenches(benches, page).run();

        // Then
        assertThat(result).startsWith("benches=2 failed=1");
        assertThat(Files.readString(page))
                .startsWith("# Before\n" + AllBenches.BEGIN + "\n20")
                .contains("| `broken` | `no result: IllegalStateException` |\n")
                .contains("| `whole --articles 3` | `articles=3 per_s=7` |\n" + AllBenches.END + "\nafter\n")
                .contains(" cores, ")
                .doesNotContain("old");
    }

    @Test
    void refusesAPageWithoutAPlaceForIt() {
        assertThatIllegalStateException().isThrownBy(() -> AllBenches.replaced("# Page", "table"));
    }
}
