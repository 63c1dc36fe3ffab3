package io.dateline.local.process;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder with the jars of Kafka and PostgreSQL's binaries: {@code deploy/local/target/lib}, filled by the build.
 * Servers run from there as processes of their own, so that their libraries never meet ours.
 */
public final class RuntimeFolder {
    private static final String IN_CHECKOUT = "deploy/local/target/lib";

    private RuntimeFolder() {}

    /**
     * Looks beside this class's own jar, then upwards from the working directory.
     *
     * @throws IllegalStateException where it has not been built
     */
    public static Path find() {
        return besideThisJar()
                .or(RuntimeFolder::aboveWorkingDirectory)
                .orElseThrow(() -> new IllegalStateException(
                        IN_CHECKOUT + " is not built: run mvn -pl deploy/local -am -DskipTests package"));
    }

    private static Optional<Path> besideThisJar() {
        try {
            Path code = Path.of(RuntimeFolder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path target = code.getParent();
            return present(target.resolve("lib")).or(() -> present(target));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> aboveWorkingDirectory() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null) {
            Optional<Path> found = present(at.resolve(IN_CHECKOUT));
            if (found.isPresent()) {
                return found;
            }
            at = at.getParent();
        }
        return Optional.empty();
    }

    /** A folder of jars counts only where Kafka's is among them: a local repository's folder holds ours alone. */
    private static Optional<Path> present(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var jars = Files.newDirectoryStream(folder, "kafka_2.13-*.jar")) {
            return jars.iterator().hasNext() ? Optional.of(folder) : Optional.empty();
        } catch (java.io.IOException e) {
            return Optional.empty();
        }
    }
}
