package io.dateline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.systemtests.system.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** House rules that no compiler knows. */
class RepoTidyTest {
    private static final int MAIN_LINES = 400;
    private static final int TEST_LINES = 500;
    private static final Pattern SLEEPS = Pattern.compile("Thread\\.sleep|TimeUnit\\.\\w+\\.sleep");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
    private static final Pattern SWALLOWED = Pattern.compile("catch \\((Exception|Throwable) \\w+\\) \\{\\s*}");

    @Test
    void noClassIsTooLongToRead() {
        assertThat(java(path -> path.contains("/src/main/")).filter(file -> lines(file) > MAIN_LINES))
                .isEmpty();
        assertThat(java(path -> path.contains("/src/test/")).filter(file -> lines(file) > TEST_LINES))
                .isEmpty();
    }

    @Test
    void noTestSleeps() {
        assertThat(java(path -> path.contains("/src/test/")).filter(file -> matches(file, SLEEPS)))
                .isEmpty();
    }

    @Test
    void nothingIsLeftUnfinishedOrSwallowed() {
        List<Path> own = List.of(Path.of("RepoTidyTest.java"));
        assertThat(java(path -> true)
                        .filter(file -> !own.contains(file.getFileName()))
                        .filter(file -> matches(file, UNFINISHED) || matches(file, SWALLOWED)))
                .isEmpty();
    }

    private static Stream<Path> java(Predicate<String> where) {
        try {
            return Files.walk(Checkout.root())
                    .filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.toString().contains("/target/"))
                    .filter(path -> where.test(path.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        return text(file).lines().count();
    }

    private static boolean matches(Path file, Pattern pattern) {
        return pattern.matcher(text(file)).find();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
