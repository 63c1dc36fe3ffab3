package io.dateline.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What the running system consists of, for {@code status} and for whoever waits for it.
 *
 * @param plan  never null
 * @param parts never null
 * @param ready whether all of it has come up
 */
public record SystemFile(PortPlan plan, List<Part> parts, boolean ready) {
    /** Empty where there is none. */
    public static Optional<SystemFile> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new SystemFile(
                new PortPlan(Integer.parseInt(properties.getProperty("port-base"))),
                Part.labelled(properties.getProperty("parts")),
                Boolean.parseBoolean(properties.getProperty("ready"))));
    }

    public void write(Path file) {
        Properties properties = new Properties();
        properties.setProperty("port-base", Integer.toString(plan.base()));
        properties.setProperty("parts", parts.stream().map(Part::label).collect(Collectors.joining(",")));
        properties.setProperty("ready", Boolean.toString(ready));
        Path scratch = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (var out = Files.newBufferedWriter(scratch)) {
                properties.store(out, null);
            }
            Files.move(scratch, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
