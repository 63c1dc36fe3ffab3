package io.dateline.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The folder that holds all data of a local Dateline: {@code .dateline} in the checkout or {@code $DATELINE_HOME}. */
public final class StateFolder {
    /** All that is ever deleted by {@link #wipe}: somebody may have pointed DATELINE_HOME at a folder with more in it. */
    private static final List<String> DATA = List.of("kafka", "postgresql", "newsroom", "files", "logs", "secrets");

    private final Path root;

    public StateFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    public Path root() {
        return root;
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path postgres() {
        return root.resolve("postgresql");
    }

    public Path newsroom() {
        return root.resolve("newsroom");
    }

    /** Where ingest keeps wire files: those that came in, those in work, and what became of them. */
    public Path files() {
        return root.resolve("files");
    }

    /** The folder ingest watches: wire files are put here. */
    public Path incoming() {
        return files().resolve("incoming");
    }

    /** Archives that ingest may import lie here; never deleted by us. */
    public Path imports() {
        return root.resolve("imports");
    }

    /** Who may ask; no data, so {@link #wipe} leaves the door as it is. */
    public LocalKeys keys() {
        return new LocalKeys(root.resolve("access/keys"), root.resolve("access/launcher.key"));
    }

    /** What a running system is, for those who ask from outside. */
    public Path systemFile() {
        return root.resolve("run/system.properties");
    }

    /** Addresses and password as a Quarkus service reads them, for one that is started by hand. */
    public Path developmentFile() {
        return root.resolve("secrets/development.properties");
    }

    /** Held by the supervisor as long as it runs. */
    public Path lockFile() {
        return root.resolve("run/lock");
    }

    public PidFile pid(String process) {
        return new PidFile(root.resolve("run").resolve(process + ".pid"));
    }

    public Path log(String process) {
        return root.resolve("logs").resolve(process + ".log");
    }

    /** The log for a process about to start; what the one before wrote is kept beside it as {@code .1}. */
    public Path freshLog(String process) {
        Path log = log(process);
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(process + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return log;
    }

    /** PostgreSQL's password: random, made at the first call, readable by its owner alone. */
    public String postgresPassword() {
        Path file = root.resolve("secrets/postgresql.password");
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                writeSecret(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes {@link #developmentFile}, readable by its owner alone. */
    public void writeDevelopmentFile(Map<String, String> properties) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(properties)
                .forEach((key, value) ->
                        lines.append(key).append('=').append(value).append('\n'));
        try {
            writeSecret(developmentFile(), lines.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeSecret(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, content);
    }

    /** Makes the folders that others expect to be there. */
    public void prepare() {
        try {
            Files.createDirectories(incoming());
            Files.createDirectories(imports());
            Files.createDirectories(systemFile().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(root + " cannot be made: set DATELINE_HOME to a folder you may write to", e);
        }
    }

    /**
     * Deletes all data, and nothing else that may lie in the folder. Nothing may be running but the supervisor that asks
     * for it, whose log stays: somebody may be reading it.
     */
    public void wipe() {
        for (String name : DATA) {
            Path folder = root.resolve(name);
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                delete(folder);
            }
        }
    }

    private void delete(Path folder) {
        Path kept = log("supervisor");
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!kept.startsWith(path)) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
