package io.dateline.enrich.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of the enrich service. */
@ConfigMapping(prefix = "dateline.enrich")
public interface EnrichConfig {
    /** Steps that do not run, by name, for instance {@code topic,fingerprint}. The enrichment version changes with it. */
    Optional<Set<String>> stepsOff();

    /** Folder with model and vocabulary files laid out as {@code enrich-service/models}; by default those in the jar. */
    Optional<Path> models();

    /** How many articles of a batch are enriched at once; 0 takes one for each processor. */
    @WithDefault("0")
    int threads();

    /** How long the bulk lane holds still after the live lane was last seen to lag. */
    @WithDefault("1s")
    Duration bulkPause();

    /** How often this instance reports to {@code services.status}. */
    @WithDefault("5s")
    Duration reportEvery();
}
