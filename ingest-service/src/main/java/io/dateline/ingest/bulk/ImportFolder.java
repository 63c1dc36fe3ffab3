package io.dateline.ingest.bulk;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The folder below which archives lie. Nothing outside it is ever read, neither by dots in a path nor through a symbolic
 * link, whoever put it there.
 */
final class ImportFolder {
    /** Files of one import. */
    static final int FILES = 100_000;

    static final String REPORT = ".rejected";

    private final Path root;

    /** @throws IOException where the folder is not there */
    ImportFolder(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    /**
     * One file of an import.
     *
     * @param name  below the import's path, or the file's own name where the path is a file; slashes part folders
     * @param bytes its size
     */
    record Entry(String name, Path path, long bytes) {}

    /**
     * A path as it is stored: below the folder, with slashes, links resolved.
     *
     * @throws ProblemException {@code invalid-import} where it leads out of the folder, or nothing is there
     */
    String check(String written) {
        try {
            Path real = inside(root.resolve(written));
            return root.relativize(real).toString().replace('\\', '/');
        } catch (InvalidPathException e) {
            throw invalid("The path is not one.");
        } catch (NoSuchFileException e) {
            throw invalid("There is no such file or folder below the import folder.");
        } catch (IOException e) {
            throw invalid("The path cannot be read.");
        }
    }

    private Path inside(Path path) throws IOException {
        Path real = path.normalize();
        if (real.startsWith(root)) {
            real = real.toRealPath();
        }
        if (!real.startsWith(root)) {
            throw invalid("The path leads out of the import folder.");
        }
        return real;
    }

    boolean isFolder(String path) {
        return Files.isDirectory(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * The files of an import in the order in which they are read. Hidden files, links and our own reports are left out.
     *
     * @throws ProblemException {@code invalid-import} where the path is gone, {@code too-large} where there are too many
     */
    List<Entry> files(String path) {
        try {
            Path base = inside(root.resolve(path));
            if (Files.isRegularFile(base)) {
                return List.of(new Entry(base.getFileName().toString(), base, Files.size(base)));
            }
            List<Entry> entries = new ArrayList<>();
            Files.walkFileTree(base, new Walk(base, entries));
            entries.sort(Comparator.comparing(Entry::name));
            return entries;
        } catch (NoSuchFileException e) {
            throw invalid("There is no such file or folder below the import folder.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a file for reading; it must lie inside now, too. */
    FileChannel open(Path file) throws IOException {
        return FileChannel.open(inside(file), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    /** Where an import's rejected records are reported. */
    Path report(String id) {
        return root.resolve("rejected").resolve(id + REPORT);
    }

    /** Collects regular files. */
    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path base;
        private final List<Entry> entries;

        Walk(Path base, List<Entry> entries) {
            this.base = base;
            this.entries = entries;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(base) && hidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !hidden(file) && !file.toString().endsWith(REPORT)) {
                if (entries.size() == FILES) {
                    throw new ProblemException(
                            ProblemCode.TOO_LARGE, "The folder holds more than " + FILES + " files; import its parts.");
                }
                String name = base.relativize(file).toString().replace('\\', '/');
                entries.add(new Entry(name, file, attributes.size()));
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean hidden(Path path) {
            return path.getFileName().toString().startsWith(".");
        }
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemCode.INVALID_IMPORT, detail);
    }
}
