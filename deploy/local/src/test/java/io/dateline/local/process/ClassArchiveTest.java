package io.dateline.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    private static final int LINES = 100_000;

    @TempDir
    Path folder;

    private Path jar;
    private ClassArchive archive;

    @BeforeEach
    void aJarThatRuns() throws IOException {
        jar = folder.resolve("run.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Ran.class.getName());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            String name = Ran.class.getName().replace('.', '/') + ".class";
            out.putNextEntry(new ZipEntry(name));
            Ran.class.getClassLoader().getResourceAsStream(name).transferTo(out);
        }
        archive = new ClassArchive(jar);
    }

    /** Says that it ran. */
    public static final class Ran {
        public static void main(String[] arguments) {
            System.out.println("ran");
        }
    }

    @Test
    void isMadeByOneJvmAndUsedByTheNext() {
        // When
        assertThat(archive.use()).isEmpty();
        ChildProcess first = run(archive.useOrMake());
        archive.keep(true);
        ChildProcess second = run(archive.useOrMake());

        // Then
        assertThat(first.lastLines(LINES)).contains("ran");
        assertThat(archive.use()).isEqualTo(archive.useOrMake()).hasSize(1);
        assertThat(second.lastLines(LINES))
                .contains("ran")
                .anyMatch(line -> line.contains(Ran.class.getName() + " source: shared objects file"));
    }

    @Test
    void isNotKeptOfAJvmThatDidNotEndInOrder() {
        // When
        run(archive.useOrMake());
        archive.keep(false);

        // Then
        assertThat(archive.use()).isEmpty();
        assertThat(folder).isDirectoryNotContaining("glob:**.growing");
    }

    @Test
    void aDamagedOneHindersNothing() throws IOException {
        // Given
        run(archive.useOrMake());
        archive.keep(true);
        String option = archive.use().get(0);
        Files.writeString(Path.of(option.substring(option.indexOf('=') + 1)), "damaged");

        // When / Then
        assertThat(run(archive.useOrMake()).lastLines(LINES)).contains("ran");
    }

    private ChildProcess run(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Xlog:class+load", "-jar", jar.toString()));
        ChildProcess process = ChildProcess.start("ran", command, Map.of(), folder.resolve("log-" + System.nanoTime()));
        assertThat(process.ended(Duration.ofSeconds(60))).isTrue();
        assertThat(process.exitCode()).isZero();
        return process;
    }
}
