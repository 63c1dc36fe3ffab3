package io.dateline.systemtests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The wire story that the sample newsroom files first. */
final class SeedStory {
    static final String FILE = "000_7a5e25e7f24bfefe.txt";

    private SeedStory() {}

    /** As the agency sent it. */
    static byte[] bytes() {
        try (InputStream in = SeedStory.class.getResourceAsStream("/newsroom/" + FILE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
