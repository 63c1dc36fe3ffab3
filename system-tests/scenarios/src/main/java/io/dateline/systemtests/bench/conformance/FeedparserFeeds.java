package io.dateline.systemtests.bench.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The 1,051 test feeds of feedparser (https://github.com/kurtmckee/feedparser, BSD-2; their licence lies beside and among them)
 * that ship with the benchmarks, as a folder until closed.
 */
public final class FeedparserFeeds implements AutoCloseable {
    private final Path archive;
    private final FileSystem files;

    /** @throws UncheckedIOException where the archive cannot be unpacked */
    public FeedparserFeeds() {
        try (InputStream packed = FeedparserFeeds.class.getResourceAsStream("/feedparser/tests.zip")) {
            archive = Files.createTempFile("feedparser", ".zip");
            Files.copy(packed, archive, StandardCopyOption.REPLACE_EXISTING);
            files = FileSystems.newFileSystem(archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return files.getPath("/");
    }

    @Override
    public void close() {
        try {
            files.close();
            Files.delete(archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
