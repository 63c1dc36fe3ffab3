package io.dateline.systemtests.faults;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file system of its own in memory that can be filled to the last byte. Only root can mount one. */
final class SmallDisk implements AutoCloseable {
    private static final int MEGABYTES = 700;
    private static final int PIECE = 64 * 1024;

    private final Path folder;
    private boolean closed;

    private SmallDisk(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "unmount the small disk"));
    }

    /** Empty where this user may not mount, or there is no tmpfs. */
    static Optional<SmallDisk> mount() {
        try {
            Path folder = Files.createTempDirectory("dateline-small-disk");
            if (run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "dateline", folder.toString()) == 0) {
                return Optional.of(new SmallDisk(folder));
            }
            Files.delete(folder);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** Takes all the space that is left; again and again, until {@link #free}, what others give back. */
    void fill() {
        byte[] piece = new byte[PIECE];
        try (FileOutputStream out = new FileOutputStream(ballast().toFile(), true)) {
            while (folder.toFile().getUsableSpace() > 0) {
                out.write(piece);
            }
        } catch (IOException full) {
            System.out.println("  the disk is full: " + folder.toFile().getUsableSpace() + " bytes left");
        }
    }

    void free() {
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** To be called when nobody has a file open there. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (run("umount", folder.toString()) == 0) {
            folder.toFile().delete();
        }
    }
}
