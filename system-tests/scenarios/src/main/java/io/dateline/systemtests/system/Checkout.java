package io.dateline.systemtests.system;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the repository lies that is under test. */
public final class Checkout {
    private Checkout() {}

    /** Its root: the nearest folder upwards of the working directory that holds {@code deploy/up}. */
    public static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("deploy/up"))) {
                return at;
            }
        }
        throw new IllegalStateException("not inside a checkout of Dateline");
    }
}
