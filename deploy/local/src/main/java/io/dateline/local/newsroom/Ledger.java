package io.dateline.local.newsroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What was published when, one line each, so that a newsroom started again goes on where it stopped and gives no story a
 * second date. Not thread-safe.
 */
final class Ledger {
    private final Path file;
    private final List<Release> releases = new ArrayList<>();

    private Ledger(Path file) {
        this.file = file;
    }

    /** Reads what is there; a last line cut off by a power failure is dropped from the file. */
    static Ledger open(Path file) {
        Ledger ledger = new Ledger(file);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file)) {
                ledger.read(Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ledger;
    }

    private void read(String text) throws IOException {
        int whole = text.lastIndexOf('\n') + 1;
        for (String line : text.substring(0, whole).lines().toList()) {
            String[] parts = line.split("\t");
            releases.add(new Release(Integer.parseInt(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1]))));
        }
        if (whole < text.length()) {
            Files.writeString(file, text.substring(0, whole));
        }
    }

    List<Release> releases() {
        return List.copyOf(releases);
    }

    int size() {
        return releases.size();
    }

    void add(Release release) {
        try {
            Files.writeString(
                    file,
                    release.number() + "\t" + release.at().toEpochMilli() + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        releases.add(release);
    }
}
