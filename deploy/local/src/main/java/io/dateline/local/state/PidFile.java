package io.dateline.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says which process plays a part. Process ids are used again by the system, so the file keeps the start time as well: a
 * process with the same id and another start time is somebody else's.
 */
public final class PidFile {
    /** The system derives start times from its boot time, which it may correct by a little. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Path file;

    public PidFile(Path file) {
        this.file = file;
    }

    /** Whether there is a file, whatever it says. */
    public boolean present() {
        return Files.exists(file);
    }

    /** Records a running process. */
    public void write(ProcessHandle process) {
        long start = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        Path scratch = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(scratch, process.pid() + " " + start + "\n");
            Files.move(scratch, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process it names, where that one still runs; empty where it ended, or where its id is somebody else's now. */
    public Optional<ProcessHandle> running() {
        String[] parts;
        try {
            parts = Files.readString(file).strip().split(" ");
        } catch (IOException noFile) {
            return Optional.empty();
        }
        if (parts.length != 2 || !parts[0].matches("\\d{1,18}") || !parts[1].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        Instant start = Instant.ofEpochMilli(Long.parseLong(parts[1]));
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(PidFile::alive)
                .filter(process -> same(process, start));
    }

    /** A process that has ended but was not collected by its parent yet counts as alive to Java, where there is /proc. */
    private static boolean alive(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return !stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException noSuchFile) {
            return process.isAlive();
        }
    }

    private static boolean same(ProcessHandle process, Instant start) {
        Instant actual = process.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(actual, start).abs().compareTo(TOLERANCE) <= 0;
    }

    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
