package io.dateline.contracts.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The keys of a file, read again when it has changed; looked at once a second at most, by whoever asks. A file that is
 * gone or cannot be read opens nothing: a key that was revoked by whatever means must not live on. Thread-safe.
 */
final class WatchedKeys {
    static final Duration PAUSE = Duration.ofSeconds(1);
    /** Ten thousand lines; a larger file is somebody's mistake. */
    static final long LARGEST = 2L << 20;

    private static final Logger LOG = Logger.getLogger(WatchedKeys.class);

    private final Path file;
    private final InstantSource clock;
    private volatile KeyRing ring = KeyRing.EMPTY;
    private volatile Instant nextLook;
    /** Null while the file cannot be read. Guarded by this. */
    private Stamp read;

    private record Stamp(FileTime modified, long size, Object fileKey) {}

    /** @throws IllegalStateException where the file cannot be read or a line is broken: better no start than a half open door */
    WatchedKeys(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        List<String> faults;
        try {
            faults = load(stamp());
        } catch (IOException e) {
            throw new IllegalStateException("the keys file " + file + " cannot be read", e);
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the keys file " + file + " has faults: " + String.join("; ", faults));
        }
        nextLook = clock.instant().plus(PAUSE);
    }

    KeyRing current() {
        if (!clock.instant().isBefore(nextLook)) {
            look();
        }
        return ring;
    }

    /** Short enough for any thread: one call of the file system, and a read of a small file when it has changed. */
    private synchronized void look() {
        Instant now = clock.instant();
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(PAUSE);
        try {
            Stamp stamp = stamp();
            if (!stamp.equals(read)) {
                List<String> faults = load(stamp);
                LOG.infof("keys read again from %s", file);
                faults.forEach(fault -> LOG.errorf("keys file: %s; it opens nothing", fault));
            }
        } catch (IOException e) {
            if (read != null) {
                LOG.errorf(
                        "the keys file cannot be read, no key holds: %s",
                        e.getClass().getSimpleName());
            }
            read = null;
            ring = KeyRing.EMPTY;
        }
    }

    private List<String> load(Stamp stamp) throws IOException {
        if (stamp.size() > LARGEST) {
            throw new IOException("larger than " + LARGEST + " bytes");
        }
        KeysFile parsed = KeysFile.parse(Files.readAllLines(file, StandardCharsets.UTF_8));
        ring = new KeyRing(parsed.keys());
        read = stamp;
        return parsed.faults();
    }

    private Stamp stamp() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    }
}
