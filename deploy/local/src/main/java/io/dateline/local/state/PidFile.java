package io.dateline.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says which process plays a part. Process ids are used again by the system, so the file keeps when it started as well: a
 * process with the same id that started at another time is somebody else's. Where there is /proc that is counted in ticks since
 * the machine started, which stay the same when its clock is set; elsewhere it is a time of day.
 */
public final class PidFile {
    /** Times of day are derived from that of the machine's start, which it may correct by a little. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** The 22nd field of all, in proc_pid_stat(5), of which the first two lie before those read here. */
    private static final int TICKS = 19;

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
            Files.writeString(
                    scratch,
                    process.pid() + " " + start
                            + ticks(process).map(t -> " " + t).orElse("") + "\n");
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
        if (parts.length < 2 || parts.length > 3 || !Stream.of(parts).allMatch(part -> part.matches("\\d{1,18}"))) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(PidFile::alive)
                .filter(process -> parts.length == 3
                        ? ticks(process).equals(Optional.of(parts[2]))
                        : same(process, Instant.ofEpochMilli(Long.parseLong(parts[1]))));
    }

    /** When it started, in ticks; empty where there is no /proc. */
    private static Optional<String> ticks(ProcessHandle process) {
        return stat(process).filter(fields -> fields.length > TICKS).map(fields -> fields[TICKS]);
    }

    /** What /proc says of it behind its name, which may hold anything. */
    private static Optional<String[]> stat(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return Optional.of(stat.substring(stat.lastIndexOf(')') + 1).strip().split(" "));
        } catch (IOException noSuchFile) {
            return Optional.empty();
        }
    }

    /** A process that has ended but was not collected by its parent yet counts as alive to Java, where there is /proc. */
    private static boolean alive(ProcessHandle process) {
        return process.isAlive()
                && stat(process).map(fields -> !fields[0].equals("Z")).orElse(true);
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
