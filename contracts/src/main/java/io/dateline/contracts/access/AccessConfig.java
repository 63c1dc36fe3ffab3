package io.dateline.contracts.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Who may ask. The same for every service. */
@ConfigMapping(prefix = "dateline.access")
public interface AccessConfig {
    /** Keys, one a line. Without it there are none, and the service starts on the loopback only. */
    Optional<Path> keysFile();

    /** Starts without keys on an address that others reach, too: for containers whose ports are published on the loopback. */
    @WithDefault("false")
    boolean open();

    /** Names by which the service is called beside those of the loopback, as behind a proxy. */
    Optional<List<String>> hosts();

    /**
     * Requests of one key, or of one address without a key, that are answered each second in the long run; 0 for no
     * limit. By default 100, and no limit where the service is on the loopback without keys.
     */
    OptionalInt requestsPerSecond();

    /** Requests that may come at once; by default five seconds' worth. */
    OptionalInt burst();
}
