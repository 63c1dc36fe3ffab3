package io.dateline.systemtests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The wall clock of processes that are started with its environment, set ahead or back while they run, by libfaketime. Their
 * monotonic clock, and how long they wait, stays true.
 */
final class WrongClock implements AutoCloseable {
    /** After which all of them have read the file again. */
    static final Duration READ_AGAIN = Duration.ofSeconds(2);

    private static final String LIBRARY = "faketime/libfaketimeMT.so.1";

    private final Path library;
    private final Path folder;

    private WrongClock(Path library, Path folder) {
        this.library = library;
        this.folder = folder;
        set(Duration.ZERO);
    }

    /** Empty where the library is not there. */
    static Optional<WrongClock> find() {
        try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
            Optional<Path> library = Stream.concat(Stream.of(Path.of("/usr/lib"), Path.of("/usr/lib64")), folders)
                    .map(folder -> folder.resolve(LIBRARY))
                    .filter(Files::exists)
                    .findFirst();
            return library.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new WrongClock(library.get(), Files.createTempDirectory("dateline-clock")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For processes whose clock this is to be. */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                file().toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // A remedy for other programs, with which waits of a JVM come to an end at once.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0",
                "NO_FAKE_STAT",
                "1");
    }

    /** From the true time; within {@link #READ_AGAIN}. */
    void set(Duration off) {
        try {
            Path next = Files.writeString(folder.resolve("next"), String.format("%+d%n", off.toSeconds()));
            Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return folder.resolve("time");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file());
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
