package io.dateline.ingest.bulk;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/** An import folder for the service under test. */
public final class ImportFolderResource implements QuarkusTestResourceLifecycleManager {
    private static Path folder;

    static Path folder() {
        return folder;
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("dateline-imports");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "dateline.ingest.import.folder", folder.toString(),
                "dateline.ingest.import.idle", "100ms",
                "dateline.ingest.import.share", "1.0");
    }

    @Override
    public void stop() {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
