package io.dateline.local.archive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Puts archives where ingest may read them: its import folder. Files are linked, and copied only where the disk is
 * another one; what is there already stays, so that asking again goes on with the same import.
 */
public final class ImportDesk {
    private final Path folder;

    /** @param folder ingest's import folder */
    public ImportDesk(Path folder) {
        this.folder = folder;
    }

    /**
     * Answers the path to ask ingest for, below the import folder.
     *
     * @throws FileAlreadyExistsException where something else lies there under the same name
     * @throws FileSystemException also where the archive holds the import folder, which would be brought into itself
     */
    public String bring(Path archive) throws IOException {
        Path root = Files.createDirectories(folder).toRealPath();
        Path real = archive.toRealPath();
        if (real.startsWith(root)) {
            return slashed(root.relativize(real));
        }
        if (root.startsWith(real)) {
            throw new FileSystemException(
                    archive.toString(), null, "holds the import folder itself; name a folder below it");
        }
        Path target = root.resolve(real.getFileName());
        if (Files.isRegularFile(real)) {
            link(real, target);
        } else {
            linkAll(real, target);
        }
        return slashed(root.relativize(target));
    }

    private static void linkAll(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    link(file, to.resolve(from.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void link(Path file, Path target) throws IOException {
        if (Files.exists(target)) {
            boolean same = Files.isSameFile(file, target)
                    || Files.size(file) == Files.size(target)
                            && Files.getLastModifiedTime(file).equals(Files.getLastModifiedTime(target));
            if (!same) {
                throw new FileAlreadyExistsException(target.toString());
            }
            return;
        }
        try {
            Files.createLink(target, file);
        } catch (UnsupportedOperationException | FileSystemException otherDisk) {
            Path scratch = target.resolveSibling("." + target.getFileName());
            Files.copy(file, scratch, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            Files.move(scratch, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
