package io.dateline.ingest.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The folders of the file drop. A file is claimed by renaming it from {@code incoming} into {@code working}, which only
 * one of several instances can do; its time of change is touched then and serves as the lease. Not thread-safe.
 */
final class WireFolder {
    private static final Logger LOG = Logger.getLogger(WireFolder.class);
    private static final String MARK = "~";

    private final Path incoming;
    private final Path working;
    private final Path done;
    private final Path rejected;
    private final Duration settle;
    private final Duration lease;
    private final String instance = UUID.randomUUID().toString().substring(0, 8);
    private Map<Path, Sighted> sighted = new HashMap<>();

    private record Sighted(long size, FileTime changed) {}

    /** @param name as it was dropped; working path and claim time are ours */
    record Claimed(Path path, String name) {}

    WireFolder(Path folder, Duration settle, Duration lease) {
        this.incoming = folder.resolve("incoming");
        this.working = folder.resolve("working");
        this.done = folder.resolve("done");
        this.rejected = folder.resolve("rejected");
        this.settle = settle;
        this.lease = lease;
    }

    void create() throws IOException {
        for (Path folder : List.of(incoming, working, done, rejected)) {
            Files.createDirectories(folder);
        }
    }

    /**
     * Files that are ours now: dropped ones that have come to rest, and those that another instance left behind.
     *
     * @param now by the clock of this machine, with which files are touched
     */
    List<Claimed> claim(Instant now) throws IOException {
        List<Claimed> claimed = new ArrayList<>();
        Map<Path, Sighted> seen = new HashMap<>();
        for (Path file : files(incoming)) {
            Optional<Sighted> state = look(file);
            if (state.isEmpty() || file.getFileName().toString().startsWith(".")) {
                continue;
            }
            boolean rested = state.get().equals(sighted.get(file))
                    && apart(state.get(), now).compareTo(settle) >= 0;
            if (rested) {
                take(file, WireName.fitting(file.getFileName().toString())).ifPresent(claimed::add);
            } else {
                seen.put(file, state.get());
            }
        }
        sighted = seen;
        Set<Path> ours = claimed.stream().map(Claimed::path).collect(Collectors.toSet());
        for (Path file : files(working)) {
            if (ours.contains(file)) {
                continue;
            }
            Optional<Sighted> state = look(file);
            boolean abandoned = state.isPresent() && apart(state.get(), now).compareTo(lease) > 0;
            if (abandoned && file.getFileName().toString().startsWith(".")) {
                // A copy that its maker did not finish; what it was made of is still there.
                Files.deleteIfExists(file);
            } else if (abandoned) {
                take(file, originalName(file)).ifPresent(claimed::add);
            }
        }
        return claimed;
    }

    /** A file of the future is none of now either: whoever touched it had a clock that was ahead, or ours is behind. */
    private static Duration apart(Sighted file, Instant now) {
        return Duration.between(file.changed().toInstant(), now).abs();
    }

    private Optional<Claimed> take(Path file, String name) throws IOException {
        Path mine =
                working.resolve(instance + MARK + UUID.randomUUID().toString().substring(0, 8) + MARK + name);
        try {
            // Touched before the move, so that no other instance takes it for abandoned the moment it arrives.
            boolean touched = touch(file);
            Files.move(file, mine, StandardCopyOption.ATOMIC_MOVE);
            if (!touched) {
                own(mine, name);
            }
            return Optional.of(new Claimed(mine, name));
        } catch (NoSuchFileException takenByAnother) {
            return Optional.empty();
        } catch (FileSystemException e) {
            // One file that cannot be had must not keep the others waiting.
            LOG.warnf("wire file %s cannot be claimed: %s", WireName.shown(name), e.getReason());
            return Optional.empty();
        }
    }

    /** False where the file belongs to somebody else, who let us read and move it but not touch it. */
    private static boolean touch(Path file) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return true;
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (FileSystemException notOurs) {
            return false;
        }
    }

    /** Puts a copy of our own, with a time of now, in the place of a file that belongs to somebody else. */
    private static void own(Path mine, String name) throws IOException {
        Path copy = mine.resolveSibling("." + mine.getFileName());
        try {
            Files.copy(mine, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, mine, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException takenByAnother) {
            throw takenByAnother;
        } catch (FileSystemException e) {
            // Claimed all the same: who reads it fails as well, and puts it aside in the end.
            Files.deleteIfExists(copy);
            LOG.warnf("wire file %s may be moved and not read: %s", WireName.shown(name), e.getReason());
        }
    }

    /** Keeps a claimed file ours. */
    void keep(Claimed file) throws IOException {
        Files.setLastModifiedTime(file.path(), FileTime.from(Instant.now()));
    }

    void done(Claimed file) throws IOException {
        move(file, done);
    }

    /** @param reason stable code and a sentence */
    void reject(Claimed file, String reason) throws IOException {
        Path target = move(file, rejected);
        Files.write(
                target.resolveSibling(target.getFileName() + ".reason"),
                (reason + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Puts a piece of a file among the rejected ones, beside its reason; what is there under the name is the same piece.
     *
     * @param name told apart from other files' pieces by the caller
     */
    void keepPiece(String name, byte[] piece, String reason) throws IOException {
        Path target = rejected.resolve(name);
        Files.write(target, piece);
        Files.write(rejected.resolve(name + ".reason"), (reason + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Path move(Claimed file, Path folder) throws IOException {
        Path target = folder.resolve(file.name());
        while (true) {
            try {
                // Claims the name without a race; then the file itself takes its place.
                Files.createFile(target);
                break;
            } catch (FileAlreadyExistsException e) {
                target = folder.resolve(
                        file.name() + "." + UUID.randomUUID().toString().substring(0, 8));
            }
        }
        try {
            Files.move(file.path(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(file.path(), target, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    private static String originalName(Path file) {
        String[] parts = file.getFileName().toString().split(MARK, 3);
        return parts.length == 3 ? parts[2] : file.getFileName().toString();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Optional<Sighted> look(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new Sighted(attributes.size(), attributes.lastModifiedTime()))
                    : Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }
}
