package io.dateline.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The classes of a service as its JVM had them when it last ended in order, for the next start to map into memory instead of
 * reading, checking and linking them (application class data sharing). Lies beside the jar, so that a new build begins without
 * one, and is for one version of Java. A JVM that cannot use it says nothing and starts as if there were none.
 */
public final class ClassArchive {
    private final Path file;
    private final Path growing;

    /** @param jar what is run with {@code -jar} */
    public ClassArchive(Path jar) {
        this.file = jar.resolveSibling("classes-" + Runtime.version() + ".jsa");
        this.growing = jar.resolveSibling("classes.jsa.growing");
    }

    /** Options of a JVM that uses it where it is there. */
    public List<String> use() {
        return Files.exists(file) ? List.of("-XX:SharedArchiveFile=" + file) : List.of();
    }

    /** Options of a JVM that uses it, or makes it when it ends where it is not there: then {@link #keep} must follow. */
    public List<String> useOrMake() {
        return Files.exists(file) ? use() : List.of("-XX:ArchiveClassesAtExit=" + growing);
    }

    /** To be called when a JVM that was to make it has ended in order; what one left that did not is not whole. */
    public void keep(boolean inOrder) {
        try {
            if (!inOrder) {
                Files.deleteIfExists(growing);
            } else if (Files.exists(growing)) {
                Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
